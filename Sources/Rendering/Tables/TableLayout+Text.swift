import Text

extension TableLayout {
  /// The table as lines, its caption above it.
  func block(_ context: RenderContext) -> TextBlock {
    let drawing = Drawing(self, context)
    var lines: [TextLine] = []
    if let caption { lines += Self.captionLines(caption, context) }
    if !columnTitle.isEmpty { lines.append(drawing.titleLine) }
    if hasColumnHeaders {
      lines.append(drawing.headerLine)
      lines.append(drawing.rule)
    }
    lines.reserveCapacity(lines.count + rows.count)
    for row in rows { lines.append(drawing.line(row)) }
    return TextBlock(lines)
  }

  private static func captionLines(_ caption: String, _ context: RenderContext) -> [TextLine] {
    guard DisplayText.width(caption) > context.arrangedWidth else {
      return [TextLine(caption, .bold, context.color)]
    }
    return Paragraph.lines(caption, within: context.arrangedWidth)
  }

  /// The measures of one table being drawn.
  private struct Drawing {
    let table: TableLayout
    let context: RenderContext
    let widths: [Int]
    let headerWidth: Int
    let starts: [Int]

    init(_ table: TableLayout, _ context: RenderContext) {
      self.table = table
      self.context = context
      widths = table.columnWidths
      headerWidth = table.hasRowHeaders ? table.rowHeaderWidth : 0
      var starts: [Int] = []
      var start = table.hasRowHeaders ? headerWidth + 3 : 0
      // A mark before the first column needs a place where no bar keeps one free.
      let marks = table.rows.contains { $0.cells.first?.emphasis == .marked }
      if marks, !table.hasRowHeaders { start += 1 }
      for width in widths {
        starts.append(start)
        start += width + table.gap
      }
      self.starts = starts
    }

    private var end: Int { (starts.last ?? headerWidth) + (widths.last ?? 0) }

    var titleLine: TextLine {
      var line = TextLine()
      if table.hasRowHeaders {
        if !table.hasColumnHeaders { line.append(table.rowTitle) }
        bar(&line)
        line.space(1)
      }
      line.append(table.columnTitle, .bold, context.color)
      return line
    }

    var headerLine: TextLine {
      var line = TextLine()
      if table.hasRowHeaders {
        line.append(table.rowTitle, .bold, context.color)
        bar(&line)
      }
      for (place, column) in table.columns.enumerated() {
        write(TableCell(column.header), place, &line)
      }
      return line
    }

    var rule: TextLine {
      let box = context.box
      var text = ""
      if table.hasRowHeaders {
        text = String(repeating: box.horizontal, count: headerWidth + 1) + box.crossing
      }
      let rest = max(0, end - (table.hasRowHeaders ? headerWidth + 2 : 0))
      text += String(repeating: box.horizontal, count: rest)
      return TextLine(text, .faint, context.color)
    }

    func line(_ row: TableRow) -> TextLine {
      var line = TextLine()
      if table.hasRowHeaders {
        if table.rowHeaderAlignment == .right {
          line.space(headerWidth - DisplayText.width(row.header))
        }
        line.append(row.header)
        bar(&line)
      }
      for (place, cell) in row.cells.enumerated() where place < widths.count {
        write(cell, place, &line)
      }
      return line
    }

    private func bar(_ line: inout TextLine) {
      line.space(to: headerWidth + 1)
      line.append(context.box.vertical, .faint, context.color)
    }

    private func write(_ cell: TableCell, _ place: Int, _ line: inout TextLine) {
      let slack =
        table.columns[place].alignment == .right ? max(0, widths[place] - cell.width) : 0
      let start = starts[place] + slack
      if let background = cell.background, context.color != .none {
        let blanks = String(repeating: " ", count: slack + 1)
        let after = String(repeating: " ", count: widths[place] - slack - cell.width + 1)
        let text = blanks + cell.text + String(repeating: " ", count: cell.blanksAfter) + after
        line.space(to: starts[place] - 1)
        line.append(raw: background.behind(text, context.color), width: widths[place] + 2)
        return
      }
      switch cell.emphasis {
      case .none:
        line.space(to: start)
        line.append(cell.text)
      case .alarming:
        line.space(to: start)
        line.append(cell.text, .alarming, context.color)
      case .marked:
        line.space(to: start - 1)
        line.append("[" + cell.text + "]", .marked, context.color)
      }
    }
  }
}
