extension Parser {
  /// `[1 2; 3 4]`, `[[1, 2], [3, 4]]`, `[1 -2]`.
  mutating func parseMatrix() throws(SyntaxError) -> Expression {
    let open = advance()
    let rows = try bracketed(isMatrix: true) { parser throws(SyntaxError) in
      try parser.parseRows()
    }
    let close = advance()
    if rows.count == 1, rows[0].isEmpty {
      throw SyntaxError(.emptyMatrix, SourceSpan(open.start, close.end))
    }
    let literal = try matrixLiteral(rows)
    return try node(.matrix(literal), from: open.start)
  }

  /// The rows up to the closing bracket: one if no semicolon ended any, and an empty last one
  /// after a semicolon at the end.
  private mutating func parseRows() throws(SyntaxError) -> [[Expression]] {
    var rows: [[Expression]] = [[]]
    var count = 0
    while token.kind != .rightBracket {
      if token.kind == .semicolon {
        if rows[rows.count - 1].isEmpty { throw SyntaxError(.emptyRow, token.span) }
        advance()
        rows.append([])
        continue
      }
      rows[rows.count - 1].append(try parseExpression())
      count += 1
      guard count <= Limits.matrixCells else {
        throw SyntaxError(.matrixTooLarge, previous.span)
      }
      try parseSeparator()
    }
    return rows
  }

  /// What stands after an element: a comma, a space before the next one, or the end of the row.
  private mutating func parseSeparator() throws(SyntaxError) {
    switch token.kind {
    case .comma: advance()
    case .semicolon, .rightBracket: break
    default:
      guard startsOperand else { throw unexpected("`,`, `;` or `]`") }
      if token.lineBefore { throw SyntaxError(.lineBreakInMatrix, previous.span) }
      let callsName = token.kind == .leftParenthesis && !token.spaceBefore
      if callsName, previous.kind == .name { throw unknownVerb(text(previous), previous.span) }
    }
  }

  // MARK: Extents

  private func matrixLiteral(_ rows: [[Expression]]) throws(SyntaxError) -> MatrixLiteral {
    let literal =
      rows.count == 1 ? try listLiteral(rows[0]) : try rowsLiteral(rows.filter { !$0.isEmpty })
    guard literal.cells.count <= Limits.matrixCells else {
      throw SyntaxError(.matrixTooLarge, previous.span)
    }
    return literal
  }

  /// Rows that semicolons end; of one row too, a matrix.
  private func rowsLiteral(_ rows: [[Expression]]) throws(SyntaxError) -> MatrixLiteral {
    let first = rows[0]
    var cells: [Expression] = []
    for (index, row) in rows.enumerated() {
      for element in row {
        if case .matrix = element.kind {
          throw SyntaxError(.semicolonBetweenRows, element.span)
        }
      }
      guard row.count == first.count else {
        throw SyntaxError(
          .raggedRows(
            row: index + 1, count: Self.elements(row.count), firstCount: Self.elements(first.count),
            first: first[0].span), row[0].span)
      }
      cells += row
    }
    return MatrixLiteral(extents: [rows.count, first.count], cells: cells)
  }

  /// Elements without semicolons: all cells, or all matrices of the same extents.
  private func listLiteral(_ elements: [Expression]) throws(SyntaxError) -> MatrixLiteral {
    guard case .matrix(let first) = elements[0].kind else {
      for element in elements {
        if case .matrix = element.kind { throw SyntaxError(.mixedRows, element.span) }
      }
      return MatrixLiteral(extents: [elements.count], cells: elements)
    }
    guard first.extents.count < Limits.dimensions else {
      throw SyntaxError(.tooManyDimensions, elements[0].span)
    }
    var cells: [Expression] = []
    for (index, element) in elements.enumerated() {
      guard case .matrix(let literal) = element.kind else {
        throw SyntaxError(.mixedRows, element.span)
      }
      guard literal.extents == first.extents else {
        throw SyntaxError(
          .raggedRows(
            row: index + 1, count: Self.size(literal), firstCount: Self.size(first),
            first: elements[0].span), element.span)
      }
      cells += literal.cells
    }
    return MatrixLiteral(extents: [elements.count] + first.extents, cells: cells)
  }

  private static func elements(_ count: Int) -> String {
    count == 1 ? "1 element" : "\(count) elements"
  }

  private static func size(_ literal: MatrixLiteral) -> String {
    guard literal.extents.count > 1 else { return elements(literal.extents[0]) }
    return literal.extents.map(String.init).joined(separator: "x")
  }
}
