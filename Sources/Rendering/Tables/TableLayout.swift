import Text

/// A table as it is drawn: texts in rows and columns, whoever writes them.
///
/// The same layout is written to a screen, as Markdown, LaTeX, HTML or SVG.
public struct TableLayout: Sendable, Hashable {
  /// The heading above the table: `y[0,1]:`.
  public var caption: String?
  /// What the rows' headers are, above them.
  public var rowTitle: String
  /// What the columns' headers are, above them.
  public var columnTitle: String
  /// The columns, left to right.
  public var columns: [TableColumn]
  /// The rows, top to bottom.
  public var rows: [TableRow]
  /// Whether a line of column headers is drawn.
  public var hasColumnHeaders: Bool
  /// Whether the rows' headers are drawn.
  public var hasRowHeaders: Bool
  /// The side on which the rows' headers stand: words on the left, indices on the right.
  public var rowHeaderAlignment: TableColumn.Alignment
  /// Blanks between columns, at least 1.
  public var gap: Int
  /// Columns of the screen that a column takes at least; columns of one width look like a matrix.
  public var leastWidth: Int

  /// Makes a table.
  public init(
    caption: String? = nil, rowTitle: String = "", columnTitle: String = "",
    columns: [TableColumn], rows: [TableRow], hasColumnHeaders: Bool = true,
    hasRowHeaders: Bool = true,
    rowHeaderAlignment: TableColumn.Alignment = .right, gap: Int = 2, leastWidth: Int = 1
  ) {
    self.caption = caption.map(DisplayText.escaped)
    self.rowTitle = DisplayText.escaped(rowTitle)
    self.columnTitle = DisplayText.escaped(columnTitle)
    self.columns = columns
    self.rows = rows
    self.hasColumnHeaders = hasColumnHeaders
    self.hasRowHeaders = hasRowHeaders
    self.rowHeaderAlignment = rowHeaderAlignment
    self.gap = max(1, gap)
    self.leastWidth = leastWidth
  }

  /// A table of words and numbers under titles, without row headers: `stats`, `compare`, `vars`.
  public static func list(_ columns: [TableColumn], _ rows: [[String]]) -> TableLayout {
    TableLayout(
      columns: columns, rows: rows.map { TableRow("", $0.map { TableCell($0) }) },
      hasRowHeaders: false)
  }

  /// The columns of the screen that each column takes.
  var columnWidths: [Int] {
    columns.indices.map { place in
      let header = hasColumnHeaders ? DisplayText.width(columns[place].header) : 0
      let cells = rows.reduce(header) { widest, row in
        place < row.cells.count ? max(widest, row.cells[place].width) : widest
      }
      return columns[place].isElision ? cells : max(cells, leastWidth)
    }
  }

  /// The columns of the screen that the whole table takes.
  var width: Int {
    let headers = hasRowHeaders ? rowHeaderWidth + 3 : 0
    return columnWidths.reduce(headers + gap * max(0, columns.count - 1), +)
  }

  /// The columns of the screen that the rows' headers take.
  var rowHeaderWidth: Int {
    rows.reduce(DisplayText.width(rowTitle)) { max($0, DisplayText.width($1.header)) }
  }
}
