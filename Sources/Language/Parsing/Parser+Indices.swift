extension Parser {
  /// The index in brackets that touches a value: `[0, :, 2:5]`.
  mutating func parseIndex() throws(SyntaxError) -> [IndexItem] {
    let open = advance()
    if token.kind == .rightBracket {
      throw SyntaxError(.emptyIndex, SourceSpan(open.start, token.end))
    }
    let items = try bracketed(isMatrix: false) { parser throws(SyntaxError) in
      var items = [try parser.parseIndexItem()]
      while parser.token.kind == .comma {
        parser.advance()
        items.append(try parser.parseIndexItem())
      }
      if parser.token.kind == .rightBracket { return items }
      if parser.startsPrimary(parser.token) || parser.token.kind == .semicolon {
        throw SyntaxError(.indexWithoutComma, parser.token.span)
      }
      throw parser.unexpected("`,` or `]`")
    }
    advance()
    return items
  }

  private mutating func parseIndexItem() throws(SyntaxError) -> IndexItem {
    try parseItem(ofOption: false)
  }

  /// The index list of an option: `1,2`, `10:20`; no spaces, and each bound an operand.
  mutating func parseIndexList() throws(SyntaxError) -> [IndexItem] {
    var items = [try parseItem(ofOption: true)]
    while token.kind == .comma, !token.spaceBefore, !following.spaceBefore,
      startsPrimary(following) || following.kind == .minus || following.kind == .colon
    {
      advance()
      items.append(try parseItem(ofOption: true))
    }
    return items
  }

  /// `a`, `:`, `a:b` or `a:b:s`.
  private mutating func parseItem(ofOption isOption: Bool) throws(SyntaxError) -> IndexItem {
    let start = token.start
    let first = try parseBound(ofOption: isOption)
    guard token.kind == .colon else {
      guard let first else { throw unexpected("an index") }
      return IndexItem(kind: .at(first), span: first.span)
    }
    advance()
    let upper = try parseBound(ofOption: isOption)
    guard token.kind == .colon else {
      let isAll = first == nil && upper == nil
      return IndexItem(
        kind: isAll ? .all : .range(lower: first, upper: upper, step: nil),
        span: span(from: start))
    }
    advance()
    let step = try parseBound(ofOption: isOption)
    return IndexItem(
      kind: .range(lower: first, upper: upper, step: step), span: span(from: start))
  }

  /// A part of an index item, if there is one: in an option it touches the colon.
  private mutating func parseBound(ofOption isOption: Bool) throws(SyntaxError) -> Expression? {
    if isOption {
      let isBound = startsPrimary(token) || token.kind == .minus
      return isBound && !token.spaceBefore ? try parseOperand() : nil
    }
    switch token.kind {
    case .colon, .comma, .rightBracket: return nil
    default: return try parseExpression()
    }
  }
}
