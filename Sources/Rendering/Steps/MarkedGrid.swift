import Kernels
import Tensors
import Text

/// A matrix drawn as a picture of a moment: runs of marked cells in brackets, cells without a number
/// yet, padding around it, and only the part of it that there is room for.
struct MarkedGrid {
  /// What stands at a place.
  enum Cell: Hashable {
    case number(Double)
    /// Outside the image; drawn as a point.
    case padding
    /// Not computed yet; drawn as a blank to fill in.
    case waiting
  }

  /// What it is called.
  var name: String
  /// How large all of it is: `227x227`.
  var size: String
  /// The rows and columns there are, padding included: their true indices.
  var rows: Range<Int>
  var columns: Range<Int>
  /// What stands at a row and column.
  var cell: (_ row: Int, _ column: Int) -> Cell
  /// Which places are marked.
  var isMarked: (_ row: Int, _ column: Int) -> Bool
  /// The place that has to be seen if not all can be.
  var focus: (rows: Range<Int>, columns: Range<Int>)
  /// How numbers are written, the same in every frame.
  var format: NumberFormat
  /// The columns of the screen that the widest number takes.
  var numberWidth: Int
  /// Blanks between columns: 1 where there is little room, else 2.
  var gap = 2

  private static let waitingMark = "_"
  private static let paddingMark = "."

  /// The format for all numbers of a plane, so that frames of one walk look alike.
  static func format(
    of numbers: some Sequence<Double>, _ type: ElementType, _ context: RenderContext
  ) -> (format: NumberFormat, width: Int) {
    var statistics = ColumnStatistics()
    for number in numbers { statistics.add(number, isSingle: type == .f32) }
    let format = NumberFormat.chosen(for: statistics, shared: nil, digits: context.tableDigits)
    return (format, statistics.width(in: format))
  }

  /// The columns of the screen that the whole grid takes, its caption not counted.
  var gridWidth: Int {
    headerWidth + columns.reduce(2 - gap) { $0 + columnWidth($1) + gap }
  }

  /// The columns of the screen that all of it takes.
  var wholeWidth: Int { max(gridWidth, DisplayText.width(caption)) }
  /// The lines that the whole grid takes.
  var wholeHeight: Int { rows.count + frameLines }

  private var caption: String { "\(name) \(size)" }

  /// Caption, column headers and rule.
  private var frameLines: Int { 3 }

  private var headerWidth: Int {
    max("\(rows.lowerBound)".count, "\(rows.upperBound - 1)".count) + 2
  }

  private func columnWidth(_ column: Int) -> Int { max(numberWidth, "\(column)".count) }

  /// The grid as lines, cropped around its focus to so many columns and lines of the screen.
  func block(width: Int, height: Int, _ context: RenderContext) -> TextBlock {
    let shownRows = Self.crop(rows, around: focus.rows, to: max(1, height - frameLines))
    let shownColumns = cropColumns(to: width)
    let isPart = shownRows.count < rows.count || shownColumns.count < columns.count
    // A cropped grid may be headed beyond its own width.
    let captions = [caption + (isPart ? " (part)" : ""), caption, name]
    let shown = captions.first { DisplayText.width($0) <= width } ?? Self.clipped(name, width)
    var lines = [TextLine(shown, .bold, context.color)]
    let start = headerWidth
    lines += heading(shownColumns, start, context)
    for row in shownRows { lines.append(line(row, shownColumns, start, context)) }
    return TextBlock(lines)
  }

  private func heading(
    _ columns: Range<Int>, _ start: Int, _ context: RenderContext
  ) -> [TextLine] {
    var header = TextLine()
    header.space(to: start - 1)
    header.append(context.box.vertical, .faint, context.color)
    var place = start
    for column in columns {
      let text = "\(column)"
      header.space(to: place + 1 + columnWidth(column) - text.count)
      header.append(text)
      place += columnWidth(column) + gap
    }
    let rule =
      String(repeating: context.box.horizontal, count: max(0, start - 1)) + context.box.crossing
      + String(repeating: context.box.horizontal, count: max(0, place - start + 2 - gap))
    return [header, TextLine(rule, .faint, context.color)]
  }

  private func line(
    _ row: Int, _ columns: Range<Int>, _ start: Int, _ context: RenderContext
  ) -> TextLine {
    var line = TextLine()
    line.space(start - 2 - "\(row)".count)
    line.append("\(row)")
    line.space(to: start - 1)
    line.append(context.box.vertical, .faint, context.color)
    var place = start
    for column in columns {
      let text = text(cell(row, column))
      let width = columnWidth(column)
      let blanks = String(repeating: " ", count: max(0, width - text.count))
      if isMarked(row, column) {
        let opens = column == columns.lowerBound || !isMarked(row, column - 1)
        let closes = column == columns.upperBound - 1 || !isMarked(row, column + 1)
        line.space(to: place)
        // With a gap of one, a mark stands where the next column's would.
        let after = closes ? "]" : gap > 1 ? " " : ""
        line.append((opens ? "[" : " ") + blanks + text + after, .marked, context.color)
      } else {
        line.space(to: place + 1 + blanks.count)
        line.append(text)
      }
      place += width + gap
    }
    return line
  }

  private func text(_ cell: Cell) -> String {
    switch cell {
    case .number(let value): format.text(of: value)
    case .padding: Self.paddingMark
    case .waiting: Self.waitingMark
    }
  }

  private func cropColumns(to width: Int) -> Range<Int> {
    Self.crop(columns, around: focus.columns, to: columnCount(within: width))
  }

  /// How many columns there is room for, one at least.
  func columnCount(within width: Int) -> Int {
    guard gridWidth > width else { return columns.count }
    let widest = columns.reduce(1) { max($0, columnWidth($1) + gap) }
    return max(1, (width - headerWidth - 2 + gap) / widest)
  }

  /// So many places of a range with the focus in the middle, or its start if it does not fit.
  static func crop(_ all: Range<Int>, around focus: Range<Int>, to count: Int) -> Range<Int> {
    guard all.count > count else { return all }
    let slack = max(0, count - focus.count)
    let wanted = focus.lowerBound - slack / 2
    let lower = min(max(all.lowerBound, wanted), all.upperBound - count)
    return lower..<lower + count
  }

  private static func clipped(_ text: String, _ width: Int) -> String {
    DisplayText.width(text) <= width ? text : String(text.prefix(max(1, width - 2))) + ".."
  }
}
