extension Parser {
  /// An infix expression of operators that bind at least as tightly as given.
  mutating func parseExpression(
    bindingAtLeast precedence: Int = 1
  ) throws(SyntaxError) -> Expression {
    let start = token.start
    var left = try parseSigned()
    while let infix = token.infix, infix.precedence >= precedence {
      if separatesBySpace, isSign(at: position) || token.lineBefore { break }
      let operatorSpan = advance().span
      let right = try parseExpression(bindingAtLeast: infix.precedence + 1)
      left = try node(
        .binary(infix.symbol, left: left, right: right, operatorSpan: operatorSpan), from: start)
    }
    return left
  }

  /// Minus signs, which bind looser than `^`: `-x ^ 2` is `-(x ^ 2)`.
  private mutating func parseSigned() throws(SyntaxError) -> Expression {
    guard token.kind == .minus else { return try parsePower() }
    let start = advance().start
    let operand = try nested { parser throws(SyntaxError) in try parser.parseSigned() }
    return try negated(operand, from: start)
  }

  /// The negation of a node; a number takes the sign itself.
  private func negated(_ operand: Expression, from start: Int) throws(SyntaxError) -> Expression {
    if case .number(let literal) = operand.kind {
      let negative = NumberLiteral(value: -literal.value, integer: literal.integer.map { 0 - $0 })
      return try node(.number(negative), from: start)
    }
    return try node(.negation(operand), from: start)
  }

  /// `a ^ b`, which groups from the right and whose exponent may have a sign.
  private mutating func parsePower() throws(SyntaxError) -> Expression {
    let start = token.start
    let base = try parseTerm()
    guard token.kind == .caret else { return base }
    let operatorSpan = advance().span
    let exponent = try nested { parser throws(SyntaxError) in try parser.parseSigned() }
    return try node(
      .binary(.power, left: base, right: exponent, operatorSpan: operatorSpan), from: start)
  }

  /// An application, or an operand without a sign.
  private mutating func parseTerm() throws(SyntaxError) -> Expression {
    guard token.kind == .name, let index = verbs.index(of: text(token)) else {
      return try parsePostfix()
    }
    if verbs.signatures[index].isCommand {
      throw SyntaxError(.commandInExpression(verbs.signatures[index]), token.span)
    }
    let start = token.start
    // Not inside the call: it would copy the parser before the application moves it on.
    let application = try parseApplication(of: index)
    return try node(.application(application), from: start)
  }

  // MARK: Operands

  /// An operand of an application or the value of an option.
  mutating func parseOperand() throws(SyntaxError) -> Expression {
    guard token.kind == .minus else { return try parsePostfix() }
    let start = advance().start
    let operand = try nested { parser throws(SyntaxError) in try parser.parseOperand() }
    return try negated(operand, from: start)
  }

  /// A primary with the indices that touch it.
  private mutating func parsePostfix() throws(SyntaxError) -> Expression {
    let start = token.start
    let isIndexable = token.kind == .name || token.kind == .leftParenthesis
    var expression = try parsePrimary()
    while isIndexable, token.kind == .leftBracket, !token.spaceBefore {
      let items = try parseIndex()
      expression = try node(.index(base: expression, items: items), from: start)
    }
    return expression
  }

  private mutating func parsePrimary() throws(SyntaxError) -> Expression {
    let first = token
    switch first.kind {
    case .number:
      let literal = try numberLiteral(first)
      advance()
      return Expression(.number(literal), first.span)
    case .shape:
      let extents = try shapeLiteral(first)
      advance()
      return Expression(.shape(extents), first.span)
    case .text:
      advance()
      return Expression(.text(textLiteral(first)), first.span)
    case .name: return try parseName()
    case .leftParenthesis: return try parseParentheses()
    case .leftBracket: return try parseMatrix()
    default: throw unexpected("a value")
    }
  }

  private mutating func parseName() throws(SyntaxError) -> Expression {
    let word = text(token)
    if Keyword(rawValue: word) != nil {
      if let error = unreadable { throw error }
      throw SyntaxError(.keywordInExpression(word), token.span)
    }
    if verbs.index(of: word) != nil { throw SyntaxError(.verbAsOperand(word), token.span) }
    let span = advance().span
    return Expression(.name(word), span)
  }

  private mutating func parseParentheses() throws(SyntaxError) -> Expression {
    let open = advance()
    if token.kind == .rightParenthesis {
      throw SyntaxError(.emptyBrackets, SourceSpan(open.start, token.end))
    }
    let name = tokens[max(0, position - 2)]
    let isCall = name.kind == .name && name.end == open.start
    var expression = try bracketed(isMatrix: false) { parser throws(SyntaxError) in
      let inner = try parser.parseExpression()
      if parser.token.kind == .comma, isCall, let call = parser.plainCall(name, open) {
        throw SyntaxError(.callWithCommas(call), parser.token.span)
      }
      guard parser.token.kind == .rightParenthesis else { throw parser.unexpected("`)`") }
      return inner
    }
    advance()
    expression.span = span(from: open.start)
    return expression
  }

  /// `conv(x, k)` as it is written here, if it is short.
  private func plainCall(_ name: Token, _ open: Token) -> String? {
    var depth = 0
    var call = text(name)
    var place = 0
    var isLengthDue = false
    let operands = verbs[call]?.operands ?? []
    for index in tokens.indices where tokens[index].start >= open.start {
      let token = tokens[index]
      switch token.kind {
      case .newline, .end, .invalid: return nil
      case .leftParenthesis, .leftBracket: depth += 1
      case .rightParenthesis, .rightBracket: depth -= 1
      default: break
      }
      if depth == 0 { return call.utf8.count <= 60 ? call : nil }
      if token.start == open.start { continue }
      let isFirst = tokens[index - 1].start == open.start
      if depth == 1, token.kind == .comma {
        // zeros(3, 3): lengths of one shape.
        isLengthDue = false
        if place < operands.count, case .shape = operands[place].kind {
          isLengthDue = isLength(tokens[index - 1]) && isLength(tokens[index + 1])
        }
        if isLengthDue { call += "x" } else { place += 1 }
        continue
      }
      let follows = tokens[index - 1].kind == .comma && depth == 1
      let isApart = isFirst || follows || token.spaceBefore
      call += (isApart && !isLengthDue ? " " : "") + text(token)
      isLengthDue = false
    }
    return nil
  }

  private func isLength(_ token: Token) -> Bool {
    token.kind == .number && text(token).utf8.allSatisfy { $0 >= 0x30 && $0 < 0x3A }
  }

  // MARK: Where operands begin

  /// Whether a token begins an operand without a sign.
  func startsPrimary(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .shape, .text, .leftParenthesis, .leftBracket: true
    case .name: !isEnd(token)
    default: false
    }
  }

  /// Whether an operand begins at the current token, where one may follow another.
  var startsOperand: Bool { startsPrimary(token) || isSign(at: position) }

  /// Whether a minus between two operands is a sign: a space before it and none after.
  func isSign(at index: Int) -> Bool {
    guard tokens[index].kind == .minus, tokens[index].spaceBefore, index + 1 < tokens.count
    else { return false }
    let next = tokens[index + 1]
    return !next.spaceBefore && (startsPrimary(next) || next.kind == .minus)
  }

  /// Whether the current token is a name with a `=` after it.
  var startsOption: Bool { token.kind == .name && following.kind == .equals }
}
