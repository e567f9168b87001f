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
    try parseItem(
      isBound: {
        $0.token.kind != .colon && $0.token.kind != .comma
          && $0.token.kind != .rightBracket
      },
      parseBound: { parser throws(SyntaxError) in try parser.parseExpression() })
  }

  /// The index list of an option: `1,2`, `10:20`; no spaces, and each bound an operand.
  mutating func parseIndexList() throws(SyntaxError) -> [IndexItem] {
    var items = [try parseListItem()]
    while token.kind == .comma, !token.spaceBefore, !following.spaceBefore,
      startsPrimary(following) || following.kind == .minus || following.kind == .colon
    {
      advance()
      items.append(try parseListItem())
    }
    return items
  }

  private mutating func parseListItem() throws(SyntaxError) -> IndexItem {
    try parseItem(
      isBound: { parser in
        let token = parser.token
        return !token.spaceBefore && (parser.startsPrimary(token) || token.kind == .minus)
      },
      parseBound: { parser throws(SyntaxError) in try parser.parseOperand() })
  }

  /// `a`, `:`, `a:b` or `a:b:s`, of bounds that the caller knows how to find.
  private mutating func parseItem(
    isBound: (Parser) -> Bool, parseBound: (inout Parser) throws(SyntaxError) -> Expression
  ) throws(SyntaxError) -> IndexItem {
    let start = token.start
    var parts: [Expression?] = []
    while true {
      parts.append(isBound(self) ? try parseBound(&self) : nil)
      guard token.kind == .colon, parts.count < 3 else { break }
      advance()
    }
    if parts.count == 1 {
      guard let position = parts[0] else { throw unexpected("an index") }
      return IndexItem(kind: .at(position), span: position.span)
    }
    let step = parts.count == 3 ? parts[2] : nil
    let isAll = parts.count == 2 && parts[0] == nil && parts[1] == nil
    return IndexItem(
      kind: isAll ? .all : .range(lower: parts[0], upper: parts[1], step: step),
      span: span(from: start))
  }
}
