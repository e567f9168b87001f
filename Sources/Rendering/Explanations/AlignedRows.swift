import Text

/// Rows of short texts whose columns line up, under an optional line of headings.
struct AlignedRows {
  /// A row; one that is not `.cells` stands as it is across all columns.
  enum Row {
    case cells([String], ink: Ink? = nil)
    case text(String)
  }

  private let alignments: [TableColumn.Alignment]
  private var headings: [String]
  private var rows: [Row] = []
  /// Blanks before each row.
  var indent = 2
  /// Blanks between columns.
  var gap = 2

  /// Makes rows of so many columns; empty headings are not drawn.
  init(_ columns: [(heading: String, alignment: TableColumn.Alignment)]) {
    alignments = columns.map(\.alignment)
    headings = columns.map(\.heading)
  }

  /// Adds a row.
  mutating func add(_ row: Row) { rows.append(row) }

  /// The columns of the screen that the rows take, those that stand as they are left out.
  var width: Int {
    let used = widths.filter { $0 > 0 }
    return indent + used.reduce(0, +) + max(0, used.count - 1) * gap
  }

  /// Empties a column.
  mutating func drop(_ column: Int) {
    headings[column] = ""
    rows = rows.map { row in
      guard case .cells(var cells, let ink) = row, column < cells.count else { return row }
      cells[column] = ""
      return .cells(cells, ink: ink)
    }
  }

  private var widths: [Int] {
    var widths = headings.map(DisplayText.width)
    for case .cells(let cells, _) in rows {
      for (place, cell) in cells.enumerated() where place < widths.count {
        widths[place] = max(widths[place], DisplayText.width(cell))
      }
    }
    return widths
  }

  /// The rows as lines.
  func lines(_ context: RenderContext) -> [TextLine] {
    let widths = widths
    var lines: [TextLine] = []
    if headings.contains(where: { !$0.isEmpty }) {
      lines.append(line(headings, widths, .faint, context))
    }
    for row in rows {
      switch row {
      case .cells(let cells, let ink): lines.append(line(cells, widths, ink, context))
      case .text(let text):
        lines += Paragraph.lines(text, within: max(1, context.arrangedWidth - indent)).map { part in
          var line = TextLine()
          line.space(indent)
          line.append(part)
          return line
        }
      }
    }
    return lines
  }

  private func line(
    _ cells: [String], _ widths: [Int], _ ink: Ink?, _ context: RenderContext
  ) -> TextLine {
    var line = TextLine()
    var start = indent
    for (place, cell) in cells.enumerated() where place < widths.count {
      let slack =
        alignments[place] == .right ? max(0, widths[place] - DisplayText.width(cell)) : 0
      if !cell.isEmpty {
        line.space(to: start + slack)
        line.append(cell, ink, context.color)
      }
      // A column that is empty throughout takes no room.
      if widths[place] > 0 { start += widths[place] + gap }
    }
    return line
  }
}
