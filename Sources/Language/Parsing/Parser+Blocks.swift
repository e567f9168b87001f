/// Blocks: a header that ends as a statement does, statements, and `end`. The errors of the header
/// and of the statements are recorded, not thrown, so that the block is read up to its `end`.
extension Parser {
  /// `repeat 500 watch=loss … end`
  mutating func parseRepeat() throws(SyntaxError) -> Statement.Kind {
    try parseLoop(.repeat) { parser throws(SyntaxError) in
      guard !parser.token.endsStatement || parser.unreadable != nil else {
        throw SyntaxError(.repeatForm, parser.previous.span)
      }
      let count = try parser.parseWhole(of: .repeat, "count")
      let watched = try parser.parseLoopOptions(of: .repeat).watched
      return (.count(count), watched)
    }
  }

  /// `for i in 0:10 step=2 watch=loss … end`
  mutating func parseFor() throws(SyntaxError) -> Statement.Kind {
    try parseLoop(.for) { parser throws(SyntaxError) in
      let variable = try parser.parseVariable()
      guard parser.token.kind != .colon else { throw parser.loopForm() }
      let lower = try parser.parseWhole(of: .for, "first value")
      guard parser.token.kind == .colon else { throw parser.loopForm() }
      parser.advance()
      let upper = try parser.parseWhole(of: .for, "bound")
      if parser.token.kind == .colon { throw SyntaxError(.stepInRange, parser.token.span) }
      let (step, watched) = try parser.parseLoopOptions(of: .for)
      return (.range(variable: variable, lower: lower, upper: upper, step: step), watched)
    }
  }

  private mutating func parseLoop(
    _ keyword: Keyword,
    _ parse: (inout Parser) throws(SyntaxError) -> (Loop.Rounds, [Identifier])
  ) throws(SyntaxError) -> Statement.Kind {
    let opener = advance()
    outerOptions = keyword.options
    let header = parseHeader(parse)
    let body = parseBody(of: keyword, openedAt: opener, after: header)
    switch header {
    case .success((let rounds, let watched)):
      return .loop(
        Loop(
          keyword: keyword, keywordSpan: opener.span, rounds: rounds, watched: watched, body: body))
    case .failure(let error): return .refused(error.diagnostic)
    }
  }

  // MARK: Parts of any block

  /// What stands between the keyword and the end of the line.
  mutating func parseHeader<Header>(
    _ parse: (inout Parser) throws(SyntaxError) -> Header
  ) -> Result<Header, SyntaxError> {
    let first = position
    defer { outerOptions = [] }
    do throws(SyntaxError) {
      let header = try parse(&self)
      try finishStatement("the end of the line")
      return .success(header)
    } catch {
      record(error)
      skipHeader(from: first)
      return .failure(error)
    }
  }

  /// The statements and the `end`. Where it is missing the error is at the block's keyword, or at that
  /// of an inner block which took an `end` that its indentation gives to a block around; but a
  /// bracket that swallowed the `end`, or a header that may have been meant as something else, is
  /// error enough.
  mutating func parseBody<Header>(
    of keyword: Keyword, openedAt opener: Token, after header: Result<Header, SyntaxError>
  ) -> [Statement] {
    blockDepth += 1
    let statements = parseStatements()
    blockDepth -= 1
    if closesBlock(at: position) {
      let end = advance()
      if let inner = indentation(of: opener), let outer = indentation(of: end), outer < inner {
        misaligned.append((keyword, opener, end))
      }
    } else if token.kind == .end, case .success = header {
      if !endsInsideBlock, openBracket == nil {
        let inner = misaligned.first { $0.opener.start > opener.start }
        record(
          SyntaxError(
            .unclosedBlock(inner?.keyword ?? keyword, takenBy: inner?.end.span),
            (inner?.opener ?? opener).span))
      }
      endsInsideBlock = true
    }
    return statements
  }

  /// The blanks before a token that begins its line; nil of another token.
  private func indentation(of token: Token) -> Int? {
    let before = source.bytes[..<token.start].reversed()
    let blanks = before.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
    let start = token.start - blanks
    return start == 0 || source.bytes[start - 1] == UInt8(ascii: "\n") ? blanks : nil
  }

  // MARK: Parts of a loop's header

  private mutating func parseVariable() throws(SyntaxError) -> Identifier {
    guard token.kind == .name, following.kind == .name, text(following) == "in" else {
      throw loopForm()
    }
    let variable = try parseBoundName()
    advance()
    return variable
  }

  private func loopForm() -> SyntaxError {
    unreadable
      ?? SyntaxError(.loopForm, token.endsStatement ? previous.span : token.span)
  }

  /// A count or a bound: an expression, as in an index. What is plainly no whole number is refused.
  private mutating func parseWhole(
    of keyword: Keyword, _ role: String
  ) throws(SyntaxError) -> Expression {
    let expression = try parseExpression()
    try requireWhole(expression, of: keyword, role)
    return expression
  }

  private func requireWhole(
    _ expression: Expression, of keyword: Keyword, _ role: String
  ) throws(SyntaxError) {
    switch expression.kind {
    case .number(let number) where number.integer != nil: return
    case .number, .shape, .matrix, .text: break
    case .word, .name, .index, .application, .negation, .binary: return
    }
    throw SyntaxError(
      .wholeNumber(keyword, role, given: describe(expression)), expression.span)
  }

  private mutating func parseLoopOptions(
    of keyword: Keyword
  ) throws(SyntaxError) -> (step: Expression?, watched: [Identifier]) {
    var given: [String: SourceSpan] = [:]
    var step: Expression?
    var watched: [Identifier] = []
    while startsOption {
      let name = token
      let word = text(name)
      guard let signature = outerOptions.first(where: { $0.name == word }) else {
        throw SyntaxError(
          .unknownBlockOption(keyword, word, known: outerOptions.map(\.name)), name.span)
      }
      if let first = given[word] {
        throw SyntaxError(.repeatedOption(word, first: first, text: shortened(first)), name.span)
      }
      if word == "step" {
        let argument = try parseOption(signature)
        if case .expression(let value) = argument.value { step = value }
      } else {
        watched = try parseWatched()
      }
      given[word] = span(from: name.start)
    }
    return (step, watched)
  }

  /// `watch=loss,accuracy`, without spaces.
  private mutating func parseWatched() throws(SyntaxError) -> [Identifier] {
    let name = advance()
    let equals = advance()
    if token.kind == .name, equals.spaceBefore || token.spaceBefore {
      throw SyntaxError(.spacedEquals(name: text(name)), equals.span)
    }
    var names = [try parseWatchedName(after: name)]
    while token.kind == .comma, !token.spaceBefore, !following.spaceBefore {
      let comma = advance()
      names.append(try parseWatchedName(after: comma))
    }
    guard token.spaceBefore || token.endsStatement || token.kind == .comma else {
      throw unreadable ?? SyntaxError(.watchForm, token.span)
    }
    return names
  }

  private mutating func parseWatchedName(after last: Token) throws(SyntaxError) -> Identifier {
    if let error = unreadable { throw error }
    let word = text(token)
    guard token.kind == .name, word != "_", Keyword(rawValue: word) == nil,
      verbs.index(of: word) == nil
    else { throw SyntaxError(.watchForm, token.endsStatement ? last.span : token.span) }
    return Identifier(name: word, span: advance().span)
  }
}
