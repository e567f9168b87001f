extension Parser {
  /// An option of an application.
  mutating func parseOption(
    of signature: VerbSignature, in application: Application
  ) throws(SyntaxError) -> OptionArgument {
    let name = text(token)
    guard
      let option = signature.option(name)
        ?? (signature.takesFreeOptions ? OptionSignature(name, .any) : nil)
    else {
      if outerOptions.contains(where: { $0.name == name }) {
        let text = shortened(application.span)
        let value = tokens[min(position + 2, tokens.count - 1)]
        throw SyntaxError(
          .optionOfStatement(
            name, verb: signature.name, application: text.hasSuffix("...") ? nil : text,
            option: shortened(token.span.union(value.span))), token.span)
      }
      throw SyntaxError(.unknownOption(signature, name), token.span)
    }
    if let first = application.option(name) {
      throw SyntaxError(
        .repeatedOption(name, first: first.span, text: shortened(first.span)), token.span)
    }
    return try parseOption(option)
  }

  /// `name=value` at the current token, of a known option.
  mutating func parseOption(_ option: OptionSignature) throws(SyntaxError) -> OptionArgument {
    let name = advance()
    let equals = advance()
    if let error = unreadable { throw error }
    guard startsPrimary(token) || token.kind == .minus || token.kind == .colon else {
      throw SyntaxError(
        .missingValue(option.name, option.kind), SourceSpan(name.start, equals.end))
    }
    guard !equals.spaceBefore, !token.spaceBefore else {
      throw SyntaxError(.spacedEquals(name: option.name), equals.span)
    }
    let start = token.start
    let value = try parseValue(option.name, option.kind)
    let argument = OptionArgument(
      name: option.name, nameSpan: name.span, value: value, valueSpan: span(from: start))
    try refuseOperator(after: argument)
    return argument
  }

  /// `stride=n+1` reads as one more than the application; the reader meant the option.
  private func refuseOperator(after argument: OptionArgument) throws(SyntaxError) {
    let isOperator = token.infix != nil || token.kind == .caret
    guard isOperator, !token.spaceBefore, !following.spaceBefore,
      startsPrimary(following) || following.kind == .minus
    else { return }
    var value: String? = shortened(argument.valueSpan)
    if case .word = argument.value { value = nil }
    let isShort = following.kind == .number || following.kind == .name
    throw SyntaxError(
      .operatorAfterValue(
        name: argument.name, value: value, symbol: text(token),
        next: isShort ? shortened(following.span) : "…"), token.span)
  }

  /// A value of a kind, at the current token.
  mutating func parseValue(
    _ name: String, _ kind: OptionSignature.Kind
  ) throws(SyntaxError) -> OptionArgument.Value {
    if case .indexList = kind { return .indices(try parseIndexList()) }
    let words = OptionSignature(name, kind).words
    if !words.isEmpty {
      if let word = takeWord(of: words) { return .word(word) }
      try refuseWord(name, kind, words)
    }
    let expression = try parseOperand()
    guard Self.accepts(kind, expression.kind) else {
      throw SyntaxError(
        .optionForm(name, kind, given: describe(expression)), expression.span)
    }
    return .expression(expression)
  }

  /// Takes the word at the current token if it is one of those allowed. Words win over names and
  /// may have dashes, so that they are read from the text: `same-lower` is three tokens.
  mutating func takeWord(of words: [String]) -> String? {
    let word = source.text(wordSpan)
    guard words.contains(word) else { return nil }
    let end = wordSpan.end
    while token.start < end, token.kind != .end { advance() }
    return word
  }

  /// Letters and digits at the current token, with single dashes between letters.
  var wordSpan: SourceSpan {
    guard token.kind == .name else { return SourceSpan(token.start, token.start) }
    var last = position
    while last + 2 < tokens.count, tokens[last + 1].kind == .minus,
      !tokens[last + 1].spaceBefore, tokens[last + 2].kind == .name, !tokens[last + 2].spaceBefore
    {
      last += 2
    }
    return SourceSpan(token.start, tokens[last].end)
  }

  /// Refuses a word that is none of those allowed, unless it may be a name.
  private func refuseWord(
    _ name: String, _ kind: OptionSignature.Kind, _ words: [String]
  ) throws(SyntaxError) {
    guard token.kind == .name else { return }
    let word = source.text(wordSpan)
    let nearest = Nearest.match(word, among: words)
    let isOneName = wordSpan.end == token.end
    if case .words = kind {
    } else if isOneName ? verbs.index(of: word) == nil : nearest == nil {
      return
    }
    throw SyntaxError(
      .optionForm(name, kind, given: "`\(shortened(wordSpan))`", nearest: nearest), wordSpan)
  }

  private static func accepts(_ kind: OptionSignature.Kind, _ given: Expression.Kind) -> Bool {
    switch (kind, given) {
    case (.any, _), (.text, .text), (.file, .text): true
    case (.text, _), (.file, _), (_, .text), (.words, _), (.indexList, _): false
    case (.integer, .number(let number)): number.integer != nil
    case (.integer, .shape), (.integer, .matrix): false
    case (.number, .shape), (.number, .matrix): false
    case (.boolean, .number(let number)): number.value == 0 || number.value == 1
    case (.boolean, .shape), (.boolean, .matrix): false
    case (.extent, .number(let number)), (.padding, .number(let number)): number.integer != nil
    case (.extent, .shape(let extents)): extents.count == 2
    case (.padding, .shape(let extents)): extents.count == 2 || extents.count == 4
    default: true
    }
  }

  /// A parsed expression as messages name it.
  func describe(_ expression: Expression) -> String {
    switch expression.kind {
    case .number: "the number \(shortened(expression.span))"
    case .shape: "the shape \(shortened(expression.span))"
    case .matrix: "a matrix"
    case .text: "text"
    case .word, .name: "`\(shortened(expression.span))`"
    case .index, .application, .negation, .binary: "a value"
    }
  }
}
