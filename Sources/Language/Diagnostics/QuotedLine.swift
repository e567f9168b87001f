import Text

/// A line of source as it is quoted above a caret, cut to a width around the caret.
struct QuotedLine {
  /// What is shown.
  let text: String
  /// The columns before the caret.
  let caretColumn: Int

  /// Quotes the line of an offset within a number of columns.
  init(_ source: SourceText, offset: Int, columns: Int) {
    let line = source.lineSpan(source.location(of: offset).line)
    let offset = min(max(line.start, offset), line.end)
    let caret = source.text(SourceSpan(line.start, offset)).count
    let shown = source.text(line).map { DisplayText.escaped(String($0)) }
    let widths = shown.map { DisplayText.width($0) }
    var (start, end) = (0, shown.count)
    if widths.reduce(0, +) > columns {
      (start, end) = Self.window(widths, around: caret, columns: columns)
    }
    let left = start > 0 ? Self.ellipsis : ""
    let right = end < shown.count ? Self.ellipsis : ""
    text = left + shown[start..<end].joined() + right
    caretColumn = left.utf8.count + widths[start..<max(start, min(caret, end))].reduce(0, +)
  }

  private static let ellipsis = "..."

  /// The characters that fit with an ellipsis on both sides: two thirds before the caret at most,
  /// the rest after it, and before it again where the line ends early.
  private static func window(_ widths: [Int], around caret: Int, columns: Int) -> (Int, Int) {
    let room = max(1, columns - 2 * ellipsis.utf8.count)
    var start = min(caret, widths.count)
    var end = start
    var used = 0
    while start > 0, used + widths[start - 1] <= room * 2 / 3 {
      start -= 1
      used += widths[start]
    }
    while end < widths.count, used + widths[end] <= room {
      used += widths[end]
      end += 1
    }
    while start > 0, used + widths[start - 1] <= room {
      start -= 1
      used += widths[start]
    }
    return (start, end)
  }
}
