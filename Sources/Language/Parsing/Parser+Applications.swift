extension Parser {
  /// A verb with its operands and options.
  mutating func parseApplication(of index: Int) throws(SyntaxError) -> Application {
    try nested { parser throws(SyntaxError) in
      let signature = parser.verbs.signatures[index]
      let verb = parser.advance()
      var application = Application(
        verb: signature.name, verbIndex: signature.isUserDefined ? nil : index,
        verbSpan: verb.span, operands: [], options: [])
      try parser.parseArguments(of: signature, into: &application)
      return application
    }
  }

  private mutating func parseArguments(
    of signature: VerbSignature, into application: inout Application
  ) throws(SyntaxError) {
    var count = 0
    var hasFile = false
    while true {
      if separatesBySpace, token.lineBefore { break }
      if startsOption {
        let option = try parseOption(of: signature, in: application)
        application.options.append(option)
      } else if let option = optionWithoutEquals(of: signature) {
        throw option
      } else if startsOperand || isEndAsVerb(signature.operand(at: count)) {
        guard !hasFile, let operand = signature.operand(at: count, isText: startsFile) else {
          throw try tooManyOperands(signature, position: count, in: application)
        }
        application.operands += try parseOperand(operand, of: signature)
        count += 1
        if case .file = operand.kind { hasFile = signature.endsInFile }
      } else {
        break
      }
    }
    let given = signature.endsInFile && !hasFile ? min(count, signature.operands.count - 1) : count
    let missing = signature.operands.dropFirst(given).filter {
      $0.presence == .required || $0.presence == .oneOrMore
    }
    if missing.isEmpty { return }
    if let error = unreadable { throw error }
    if token.kind == .comma, !separatesBySpace { throw unexpected("an operand") }
    if let error = try operatorBeforeOperand(of: application) { throw error }
    throw SyntaxError(.missingOperands(signature, missing), application.span)
  }

  /// The error of `stride 2` where `stride=2` was meant: a verb's name, or a name beyond the last
  /// operand, is no operand in any case.
  private func optionWithoutEquals(of signature: VerbSignature) -> SyntaxError? {
    guard token.kind == .name, startsPrimary(following), !following.lineBefore else { return nil }
    let name = text(token)
    guard signature.option(name) != nil, verbs.index(of: name) != nil else { return nil }
    return optionWithoutEquals(token, following)
  }

  private func optionWithoutEquals(_ name: Token, _ value: Token) -> SyntaxError {
    SyntaxError(
      .optionWithoutEquals(text(name), value: shortened(value.span)), name.span.union(value.span))
  }

  /// Whether the current token is `end` where a verb may name it: `help end`.
  private func isEndAsVerb(_ operand: OperandSignature?) -> Bool {
    guard case .verb? = operand?.kind else { return false }
    return isEnd(token)
  }

  /// Whether a file's name begins at the current token, in quotes or without.
  private var startsFile: Bool {
    let ending = token.end < source.bytes.count ? source.bytes[token.end] : 0
    return token.kind == .text
      || token.kind == .name && (ending == UInt8(ascii: ".") || ending == UInt8(ascii: "/"))
  }

  /// The error of one operand too many; where a sign made it one, with the two ways to subtract.
  private mutating func tooManyOperands(
    _ signature: VerbSignature, position: Int, in application: Application
  ) throws(SyntaxError) -> SyntaxError {
    let first = token
    if first.kind == .name, signature.option(text(first)) != nil, startsPrimary(following) {
      return optionWithoutEquals(first, following)
    }
    if previous.kind == .name, signature.option(text(previous)) != nil, startsPrimary(first) {
      return optionWithoutEquals(previous, first)
    }
    var bracketed: String?
    if first.kind == .minus, let last = application.operands.last {
      advance()
      let subtrahend = try parseOperand()
      let before = shortened(SourceSpan(application.verbSpan.start, last.span.start))
      let last = shortened(last.span)
      let amount = shortened(subtrahend.span)
      bracketed =
        "\(before)(\(last) - \(amount)) subtracts first, "
        + "\(before)\(last) - \(amount) subtracts from the result"
    } else if first.kind == .name, verbs.index(of: text(first)) != nil {
      return SyntaxError(.verbAsOperand(text(first)), first.span)
    }
    return SyntaxError(
      .tooManyOperands(signature, position: position, bracketed: bracketed), first.span)
  }

  /// The error of an operator behind an operand, `show a * 2`; nil where there is none.
  mutating func operatorAfterOperand(
    of application: Application
  ) throws(SyntaxError) -> SyntaxError? {
    // `watch show a * 2`: the operand is that of the inner call.
    var operand = application.operands.last
    while case .application(let inner)? = operand?.kind, operand?.span.start == inner.verbSpan.start
    {
      operand = inner.operands.last
    }
    guard token.infix != nil || token.kind == .caret, let operand, operand.span.end == previous.end
    else { return nil }
    let symbol = advance()
    if case .text = operand.kind {
      return SyntaxError(
        .operatorAfterOperand(verb: application.verb, bracketed: nil), symbol.span)
    }
    _ = try parseExpression()
    let before = shortened(SourceSpan(application.verbSpan.start, operand.span.start))
    var bracketed = "\(before)(\(shortened(span(from: operand.span.start))))"
    if !token.endsStatement { bracketed += " …" }
    return SyntaxError(
      .operatorAfterOperand(verb: application.verb, bracketed: bracketed), symbol.span)
  }

  /// The error of an operator that keeps the next operand away, `conv x * 2 k`; nil where none does.
  private mutating func operatorBeforeOperand(
    of application: Application
  ) throws(SyntaxError) -> SyntaxError? {
    let first = position
    if let error = try? operatorAfterOperand(of: application), startsOperand { return error }
    position = first
    return nil
  }

  // MARK: Operands by kind

  /// An operand of a verb; a setting makes two expressions, everything else one.
  private mutating func parseOperand(
    _ operand: OperandSignature, of signature: VerbSignature
  ) throws(SyntaxError) -> [Expression] {
    switch operand.kind {
    case .word(let words):
      return [try parseWord(words, of: signature.name)]
    case .verb(let topics):
      return [try parseVerbName(of: signature.name, or: topics)]
    case .call:
      return [try parseCall(of: signature.name, takingCommands: false)]
    case .anyCall:
      return [try parseCall(of: signature.name, takingCommands: true)]
    case .setting(let settings):
      return try parseSetting(settings, of: signature.name)
    case .file where token.kind == .name:
      throw unquotedFile(operand, of: signature.name)
    case .name where token.kind == .name && verbs.index(of: text(token)) != nil:
      throw SyntaxError(
        .operandForm(
          verb: signature.name, operand, given: "the verb `\(text(token))`", help: nil),
        token.span)
    case .value, .shape, .text, .file, .cell, .name, .any:
      let expression = try parseOperand()
      guard Self.accepts(operand.kind, expression.kind) else {
        throw operandError(operand, of: signature.name, given: expression)
      }
      return [expression]
    }
  }

  private static func accepts(_ kind: OperandSignature.Kind, _ given: Expression.Kind) -> Bool {
    switch (kind, given) {
    case (.any, _), (.text, .text), (.file, .text), (.name, .name): true
    case (.text, _), (.file, _), (.name, _), (_, .text): false
    case (.cell, .number), (.cell, .shape), (.cell, .matrix): false
    default: true
    }
  }

  private func operandError(
    _ operand: OperandSignature, of verb: String, given: Expression
  ) -> SyntaxError {
    SyntaxError(
      .operandForm(verb: verb, operand, given: describe(given), help: nil), given.span)
  }

  private func unquotedFile(_ operand: OperandSignature, of verb: String) -> SyntaxError {
    let name = shortened(fileSpan())
    return SyntaxError(
      .operandForm(
        verb: verb, operand, given: "`\(name)`", help: "write \(TextLiteral.written(name))"),
      token.span)
  }

  /// What was probably meant as a file name: everything up to a space.
  private func fileSpan() -> SourceSpan {
    var end = token.end
    while end < source.bytes.count, source.bytes[end] > 0x20,
      source.bytes[end] != UInt8(ascii: ";"), source.bytes[end] != UInt8(ascii: ")")
    {
      end += 1
    }
    return SourceSpan(token.start, end)
  }

  private mutating func parseWord(
    _ words: [String], of verb: String
  ) throws(SyntaxError) -> Expression {
    let start = token.start
    if let word = takeWord(of: words) { return Expression(.word(word), span(from: start)) }
    let place = token.kind == .name ? wordSpan : token.span
    throw SyntaxError(
      .unknownWord(verb: verb, word: source.text(place), words: words), place)
  }

  private mutating func parseVerbName(
    of verb: String, or topics: [String]
  ) throws(SyntaxError) -> Expression {
    let word = text(token)
    let isKnown = verbs.index(of: word) != nil || Keyword(rawValue: word) != nil
    guard isKnown || topics.contains(word) else {
      guard token.kind == .name else {
        throw SyntaxError(.verbWanted(verb: verb, given: describe(token)), token.span)
      }
      let nearest = verbs.nearest(to: word, or: Keyword.allCases.map(\.rawValue) + topics)
      throw SyntaxError(.unknownVerbOperand(word, nearest: nearest), token.span)
    }
    return Expression(.word(word), advance().span)
  }

  /// The rest of the line as one more application, with or without brackets.
  private mutating func parseCall(
    of verb: String, takingCommands: Bool
  ) throws(SyntaxError) -> Expression {
    let start = token.start
    if token.kind == .name {
      let word = text(token)
      guard let index = verbs.index(of: word) else { throw unknownVerb(word, token.span) }
      if verbs.signatures[index].isCommand, !takingCommands {
        throw SyntaxError(.commandInExpression(verbs.signatures[index]), token.span)
      }
      let application = try parseApplication(of: index)
      return try node(.application(application), from: start)
    }
    let expression = try parseOperand()
    guard case .application = expression.kind else {
      throw SyntaxError(.verbWanted(verb: verb, given: describe(expression)), expression.span)
    }
    return expression
  }

  private mutating func parseSetting(
    _ settings: [SettingSignature], of verb: String
  ) throws(SyntaxError) -> [Expression] {
    let key = try parseWord(settings.map(\.name), of: verb)
    guard case .word(let name) = key.kind, startsOperand,
      let setting = settings.first(where: { $0.name == name })
    else { return [key] }
    let start = token.start
    let argument = try parseValue(name, setting.kind)
    switch argument {
    case .word(let word): return [key, Expression(.word(word), span(from: start))]
    case .expression(let expression): return [key, expression]
    case .indices: return [key]
    }
  }
}
