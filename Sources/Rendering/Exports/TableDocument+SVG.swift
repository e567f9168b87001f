import Text

extension TableDocument {
  /// The document as a drawing: the tables side by side as on a screen of so many columns.
  ///
  /// - Parameter columns: the width, in characters of a fixed-width font.
  public func svg(columns: Int = 100) -> String {
    var drawing = SVGDrawing()
    var left = 0
    var top = 0
    var bottom = 0
    for table in tables {
      let size = table.svgSize
      if left > 0, left + size.columns > columns {
        left = 0
        top = bottom + 1
      }
      table.draw(on: &drawing, column: left, row: top)
      left += size.columns + TextBlock.gap
      bottom = max(bottom, top + size.rows)
    }
    for note in notes {
      for line in Paragraph.lines(note, within: columns) {
        let indent = line.text.prefix { $0 == " " }.count
        drawing.write(String(line.text.dropFirst(indent)), column: indent, row: bottom)
        bottom += 1
      }
    }
    return drawing.text
  }
}

extension TableLayout {
  fileprivate var svgSize: (columns: Int, rows: Int) {
    let lead = hasRowHeaders ? rowHeaderWidth + 3 : 0
    let widths = columnWidths
    let body = widths.reduce(0, +) + max(0, widths.count - 1) * gap
    let lines = [caption != nil, !columnTitle.isEmpty, hasColumnHeaders].count { $0 }
    return (max(lead + body, DisplayText.width(caption ?? "")), lines + rows.count)
  }

  fileprivate func draw(on drawing: inout SVGDrawing, column left: Int, row top: Int) {
    let lead = hasRowHeaders ? rowHeaderWidth + 3 : 0
    var row = top
    if let caption {
      drawing.write(caption, column: left, row: row, .bold)
      row += 1
    }
    let first = row
    if !columnTitle.isEmpty {
      drawing.write(columnTitle, column: left + lead, row: row, .bold)
      row += 1
    }
    if hasColumnHeaders {
      if hasRowHeaders { drawing.write(rowTitle, column: left, row: row, .bold) }
      write(columns.map { TableCell($0.header) }, on: &drawing, left + lead, row, .faint)
      row += 1
      drawing.rule(from: left, to: left + svgSize.columns, above: row)
    }
    for line in rows {
      if hasRowHeaders {
        let slack = rowHeaderWidth - DisplayText.width(line.header)
        let start = rowHeaderAlignment == .right ? left + slack : left
        drawing.write(line.header, column: start, row: row, .faint)
      }
      write(line.cells, on: &drawing, left + lead, row, nil)
      row += 1
    }
    if hasRowHeaders { drawing.bar(at: left + lead - 2, from: first, to: row) }
  }

  private func write(
    _ cells: [TableCell], on drawing: inout SVGDrawing, _ left: Int, _ row: Int, _ ink: Ink?
  ) {
    var start = left
    for (place, width) in columnWidths.enumerated() where place < cells.count {
      let cell = cells[place]
      let slack = columns[place].alignment == .right ? max(0, width - cell.width) : 0
      if cell.emphasis == .marked {
        drawing.frame(column: start + slack, row: row, width: cell.width)
      }
      if let background = cell.background {
        drawing.fill(background, column: start, row: row, width: width)
      }
      let emphasis: Ink? = cell.emphasis == .alarming ? .alarming : cell.background?.ink ?? ink
      drawing.write(cell.text, column: start + slack, row: row, emphasis)
      start += width + gap
    }
  }
}
