import Text

/// A drawing on a grid of character cells.
struct SVGDrawing {
  private var body = ""
  private var columns = 0
  private var rows = 0

  /// One character cell, in pixels, of a fixed-width font of 14 pixels.
  private static let cellWidth = 8.4
  private static let cellHeight = 20.0
  private static let margin = 12.0

  /// Makes an empty drawing.
  init() {}

  /// Writes text that begins at a cell.
  mutating func write(_ text: String, column: Int, row: Int, _ ink: Ink? = nil) {
    guard !text.isEmpty else { return }
    let style =
      switch ink {
      case .bold: " font-weight=\"bold\""
      case .faint: " fill=\"#666\""
      case .onDark: " fill=\"#fff\""
      case .alarming: " fill=\"#c00\""
      default: ""
      }
    let width = DisplayText.width(text)
    // The length is given so that columns line up in whatever font there is.
    body +=
      "<text x=\"\(x(column))\" y=\"\(y(row, 14.5))\" textLength=\"\(Self.pixels(Double(width) * Self.cellWidth))\"\(style)>"
      + "\(MarkupText.escaped(text))</text>\n"
    columns = max(columns, column + width)
    rows = max(rows, row + 1)
  }

  /// Draws a line above a row.
  mutating func rule(from start: Int, to end: Int, above row: Int) {
    body += "<path d=\"M\(x(start)) \(y(row, 0))H\(x(end))\" stroke=\"#999\"/>\n"
    columns = max(columns, end)
  }

  /// Draws a line down the middle of a column.
  mutating func bar(at column: Int, from start: Int, to end: Int) {
    let middle = Self.pixels(Self.margin + (Double(column) + 0.5) * Self.cellWidth)
    body += "<path d=\"M\(middle) \(y(start, 0))V\(y(end, 0))\" stroke=\"#999\"/>\n"
  }

  /// Draws a frame around cells.
  mutating func frame(column: Int, row: Int, width: Int) {
    let pixels = Self.pixels(Double(width) * Self.cellWidth + 6)
    body +=
      "<rect x=\"\(Self.pixels(Self.margin + Double(column) * Self.cellWidth - 3))\" "
      + "y=\"\(y(row, 1))\" width=\"\(pixels)\" height=\"18\" fill=\"#fe9\" stroke=\"#c40\"/>\n"
  }

  /// Paints the cells behind text, and half a cell on both sides so that columns touch.
  mutating func fill(_ color: PictureColor, column: Int, row: Int, width: Int) {
    let start = Self.pixels(Self.margin + Double(column - 1) * Self.cellWidth)
    body +=
      "<rect x=\"\(start)\" y=\"\(y(row, 0))\" "
      + "width=\"\(Self.pixels(Double(width + 2) * Self.cellWidth))\" height=\"20\" "
      + "fill=\"\(color.hexadecimal)\"/>\n"
  }

  /// The whole file.
  var text: String {
    let width = Self.pixels(2 * Self.margin + Double(columns) * Self.cellWidth)
    let height = Self.pixels(2 * Self.margin + Double(rows) * Self.cellHeight)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" font-family="ui-monospace, monospace" font-size="14">
      <rect width="100%" height="100%" fill="#fff"/>
      \(body)</svg>

      """
  }

  private func x(_ column: Int) -> String {
    Self.pixels(Self.margin + Double(column) * Self.cellWidth)
  }

  private func y(_ row: Int, _ down: Double) -> String {
    Self.pixels(Self.margin + Double(row) * Self.cellHeight + down)
  }

  private static func pixels(_ value: Double) -> String {
    NumberFormat.trimmed(NumberFormat.fixed(decimals: 1).text(of: value))
  }
}
