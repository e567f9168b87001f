/// What is wrong at the current token, and how messages name tokens.
extension Parser {
  /// The error of the current token where something else was expected.
  ///
  /// A token the lexer refused tells why; the end of a text with an open bracket points at the
  /// bracket; and a few mistakes that people make get their own text.
  func unexpected(_ expected: String) -> SyntaxError {
    if let error = unreadable { return error }
    switch token.kind {
    case .comma where !separatesBySpace: return SyntaxError(.commaBetweenOperands, token.span)
    case .equals: return equalsInExpression
    case .star where previous.kind == .star && !token.spaceBefore:
      return SyntaxError(.doubledStar, token.span)
    case .slash where following.kind == .slash && !following.spaceBefore,
      .slash where previous.kind == .slash && !token.spaceBefore:
      return SyntaxError(.doubledSlash, token.span)
    case .colon: return SyntaxError(.rangeOutsideIndex, token.span)
    case .leftBracket where previous.kind == .rightBracket && !token.spaceBefore:
      return SyntaxError(.indexOfMatrix, token.span)
    case _ where token.comparator != nil:
      return SyntaxError(.comparisonOutsideExpect, token.span)
    default: break
    }
    if previous.kind == .name, startsPrimary(token), position > 0 {
      let word = text(previous)
      if verbs.index(of: word) == nil, Keyword(rawValue: word) == nil {
        return unknownVerb(word, previous.span)
      }
    }
    return SyntaxError(.unexpected(found: describe(token), expected: expected), token.span)
  }

  /// The error of a `=` in an expression; `x += 1` is told how it is written here.
  private var equalsInExpression: SyntaxError {
    let name = tokens[max(0, position - 2)]
    let isSign = previous.infix != nil || previous.kind == .caret
    guard isSign, name.kind == .name, !token.spaceBefore else {
      return SyntaxError(.equalsInExpression, token.span)
    }
    return SyntaxError(
      .compoundAssignment(text(name), text(previous)), SourceSpan(previous.start, token.end))
  }

  /// Why nothing can be read at the current token, whatever was expected there.
  var unreadable: SyntaxError? {
    if let error = lexicalErrors[position] { return error }
    guard let openBracket else { return nil }
    if token.kind == .end { return SyntaxError(.unclosed(text(openBracket)), openBracket.span) }
    guard token.lineBefore, blockDepth > 0, isEnd(token) else { return nil }
    return SyntaxError(.unclosedBeforeEnd(text(openBracket)), openBracket.span)
  }

  /// The error of a name where a verb has to be; it suggests keywords where a statement begins.
  func unknownVerb(_ word: String, _ span: SourceSpan) -> SyntaxError {
    if definedNames.contains(word) { return SyntaxError(.definedBelow(word), span) }
    if valueNames.contains(word) { return SyntaxError(.missingOperator(word), span) }
    let index = token.start == span.start ? position : position - 1
    let beginsStatement = index <= 0 || tokens[index - 1].endsStatement
    let keywords = beginsStatement ? Keyword.allCases.map(\.rawValue) : []
    return SyntaxError(
      .unknownVerb(word, nearest: verbs.nearest(to: word, or: keywords)), span)
  }

  /// A token as messages name it.
  func describe(_ token: Token) -> String {
    switch token.kind {
    case .newline, .end: "the end of the line"
    case .text: "text"
    case .number: "the number \(shortened(token.span))"
    case .shape: "the shape \(shortened(token.span))"
    case .name: "`\(shortened(token.span))`"
    default: "`\(text(token))`"
    }
  }

  /// The text of a span on one line, cut where it is long.
  func shortened(_ span: SourceSpan) -> String {
    let text = source.text(SourceSpan(span.start, min(span.end, span.start + 160)))
    let line = text.prefix { !$0.isNewline }
    return line.count > 40 || line.count < text.count ? line.prefix(37) + "..." : text
  }
}
