extension Parser {
  /// One statement, up to the `;` or the line break that ends it.
  mutating func parseStatement() throws(SyntaxError) -> Statement {
    try nested { parser throws(SyntaxError) in
      let start = parser.token.start
      let kind = try parser.parseStatementKind()
      return Statement(
        kind: kind, span: parser.span(from: start), isSilenced: parser.token.kind == .semicolon)
    }
  }

  private mutating func parseStatementKind() throws(SyntaxError) -> Statement.Kind {
    guard token.kind == .name else { return .expression(try parseExpression()) }
    let word = text(token)
    if following.kind == .equals { return try parseBinding() }
    if following.kind == .leftBracket, !following.spaceBefore, isIndexedBinding() {
      return try parseIndexedBinding()
    }
    switch Keyword(rawValue: word) {
    case .expect: return try parseExpect()
    case .param: return try parseParameter()
    case .time:
      advance()
      return .time(try parseStatement())
    case .repeat: return try parseRepeat()
    case .for: return try parseFor()
    case .def: return try parseDefinition()
    case .end:
      throw blockDepth == 0 ? SyntaxError(.strayEnd, token.span) : unexpected("a statement")
    case nil: break
    }
    if let index = verbs.index(of: word), verbs.signatures[index].isCommand {
      return .command(try parseCommand(of: index))
    }
    return .expression(try parseExpression())
  }

  /// A verb that gives no value, up to the end of its statement.
  private mutating func parseCommand(of index: Int) throws(SyntaxError) -> Application {
    let application = try parseApplication(of: index)
    if let error = try operatorAfterOperand(of: application) { throw error }
    guard verbs.signatures[index].runsFile else { return application }
    for operand in application.operands {
      if case .text(let file) = operand.kind {
        verbs = verbsAfterRunning(file, operand.span, verbs)
      }
    }
    return application
  }

  // MARK: Bindings

  private mutating func parseBinding() throws(SyntaxError) -> Statement.Kind {
    let name = try parseBoundName()
    advance()
    return .binding(name: name.name, nameSpan: name.span, value: try parseExpression())
  }

  /// A name that is about to be bound.
  mutating func parseBoundName() throws(SyntaxError) -> Identifier {
    let word = text(token)
    let span = token.span
    if Keyword(rawValue: word) != nil { throw SyntaxError(.keywordAsName(word), span) }
    if verbs.index(of: word) != nil { throw SyntaxError(.verbAsName(word), span) }
    if word == "_" { throw SyntaxError(.lastShownAsName, span) }
    advance()
    return Identifier(name: word, span: span)
  }

  /// Whether the bracket after the current token is closed and followed by `=`.
  private func isIndexedBinding() -> Bool {
    var open = 0
    for index in (position + 1)..<tokens.count {
      switch tokens[index].kind {
      case .leftBracket, .leftParenthesis: open += 1
      case .rightBracket, .rightParenthesis:
        open -= 1
        if open == 0 { return tokens[min(index + 1, tokens.count - 1)].kind == .equals }
      case .newline: return false
      default: break
      }
    }
    return false
  }

  private mutating func parseIndexedBinding() throws(SyntaxError) -> Statement.Kind {
    let name = try parseBoundName()
    let items = try parseIndex()
    guard token.kind == .equals else { throw unexpected("`=`") }
    advance()
    return .indexedBinding(
      name: name.name, nameSpan: name.span, items: items, value: try parseExpression())
  }

  private mutating func parseParameter() throws(SyntaxError) -> Statement.Kind {
    let keyword = advance()
    if let error = unreadable { throw error }
    if blockDepth > 0 { throw SyntaxError(.parameterInBlock, keyword.span) }
    guard token.kind == .name, following.kind == .equals else {
      throw SyntaxError(.parameterForm, token.endsStatement ? keyword.span : token.span)
    }
    let name = try parseBoundName()
    advance()
    return .parameter(name: name.name, nameSpan: name.span, value: try parseExpression())
  }

  // MARK: Expectations

  private mutating func parseExpect() throws(SyntaxError) -> Statement.Kind {
    let keyword = advance()
    if token.kind == .name, text(token) == "fails", following.comparator == nil {
      advance()
      return .expectFails(try parseFailing())
    }
    if token.endsStatement, unreadable == nil {
      throw SyntaxError(.expectationForm, keyword.span)
    }
    outerOptions = Keyword.expect.options
    defer { outerOptions = [] }
    let left = try parseExpression()
    if token.kind == .equals { throw SyntaxError(.equalsInExpectation, token.span) }
    guard let comparator = token.comparator else {
      let isComplete = token.endsStatement || startsOption
      if isComplete, unreadable == nil { throw SyntaxError(.expectationForm, left.span) }
      throw unexpected("a comparison")
    }
    let comparatorSpan = advance().span
    let right = try parseExpression()
    let tolerance = try parseTolerance(of: comparator)
    if token.comparator != nil { throw SyntaxError(.secondComparison, token.span) }
    return .expectation(
      Expectation(
        left: left, comparator: comparator, comparatorSpan: comparatorSpan, right: right,
        tolerance: tolerance))
  }

  /// The statement after `expect fails`. One that its verb's signature refuses fails as it should,
  /// so that its error is kept for when it runs.
  private mutating func parseFailing() throws(SyntaxError) -> Statement {
    let first = position
    let known = errors.count
    do throws(SyntaxError) {
      let statement = try parseStatement()
      try finishStatement("an operator or the end of the line")
      // A block goes on after an error inside it; here its errors are no errors of the script.
      let inside = errors[known...]
      guard let error = inside.first, inside.allSatisfy(\.cause.concernsSignature),
        errors.count < Limits.diagnostics
      else { return statement }
      errors.removeSubrange(known...)
      return refused(error, from: first)
    } catch {
      guard error.cause.concernsSignature else { throw error }
      position = first
      try skipStatement()
      return refused(error, from: first)
    }
  }

  private func refused(_ error: SyntaxError, from first: Int) -> Statement {
    Statement(
      kind: .refused(error.diagnostic), span: span(from: tokens[first].start),
      isSilenced: token.kind == .semicolon)
  }

  private mutating func skipStatement() throws(SyntaxError) {
    var open = 0
    while token.kind != .end {
      if let error = unreadable { throw error }
      switch token.kind {
      case .leftParenthesis, .leftBracket: open += 1
      case .rightParenthesis, .rightBracket: open -= 1
      case .semicolon where open == 0, .newline where open == 0: return
      default: break
      }
      advance()
    }
    if let error = unreadable { throw error }
  }

  /// The `tol=` after a comparison.
  private mutating func parseTolerance(
    of comparator: Comparator
  ) throws(SyntaxError) -> Expression? {
    var given: OptionArgument?
    while startsOption {
      let name = token
      let word = text(name)
      guard let signature = outerOptions.first(where: { $0.name == word }) else {
        throw SyntaxError(.unknownExpectationOption(word), name.span)
      }
      if let given {
        throw SyntaxError(
          .repeatedOption(word, first: given.span, text: shortened(given.span)), name.span)
      }
      given = try parseOption(signature)
      guard comparator == .close else {
        throw SyntaxError(.toleranceWithout(comparator), name.span)
      }
    }
    guard case .expression(let value)? = given?.value else { return nil }
    return value
  }
}
