import Text

extension Diagnostic {
  /// The diagnostic as text, without a line break at its end:
  ///
  ///     tour.pw:12:10: error: kernel 5x5 is larger than the padded input 3x3
  ///        12 | y = conv x k pad=0
  ///           |          ^ 3x3, pad 0     k is 5x5
  ///        help: pad=1 gives 1x1, pad=2 keeps 3x3
  ///
  /// - Parameters:
  ///   - source: The text the spans point into.
  ///   - width: The columns to keep to: long lines of source are cut around the caret, and remarks
  ///     that do not fit beside it go below. Message and help are broken between words.
  ///   - breaksMessage: whether the message is broken too; where programs read it, it is one line.
  public func rendered(
    in source: SourceText, width: Int = 80, breaksMessage: Bool = true
  ) -> String {
    let location = source.location(of: span.start)
    let heading = Self.heading("error: \(message)", at: span, in: source)
    let fits = !breaksMessage || DisplayText.width(heading) <= width
    var lines = fits ? [heading] : DisplayText.lines(heading, within: max(20, width), indent: 3)
    var beside = note.isEmpty ? [] : [note]
    var elsewhere: [Note] = []
    for remark in secondary {
      if let place = remark.span, source.location(of: place.start).line != location.line {
        elsewhere.append(remark)
      } else {
        beside.append(remark.text)
      }
    }
    lines += Self.quote(source, offset: span.start, remarks: beside, width: width)
    for remark in elsewhere {
      let offset = remark.span?.start ?? span.start
      lines += Self.quote(source, offset: offset, remarks: [remark.text], width: width)
    }
    for (number, line) in (help ?? "").split(separator: "\n").enumerated() {
      let label = number == 0 ? "   help: " : "         "
      let text = DisplayText.escaped(String(line))
      // What fits keeps its blanks: some helps are in columns.
      let fits = label.utf8.count + DisplayText.width(text) <= width
      lines +=
        fits
        ? [label + text] : DisplayText.lines(text, within: max(20, width), indent: 9, after: label)
    }
    return lines.joined(separator: "\n")
  }

  /// A remark with its place and the line it is about:
  ///
  ///     tour.pw:12:10: called from here
  ///        12 | y = net x k
  ///           |     ^
  public static func quotation(
    _ remark: String, at span: SourceSpan, in source: SourceText, width: Int = 80
  ) -> String {
    ([heading(remark, at: span, in: source)]
      + quote(source, offset: span.start, remarks: [], width: width)).joined(separator: "\n")
  }

  private static func heading(
    _ text: String, at span: SourceSpan, in source: SourceText
  ) -> String {
    let location = source.location(of: span.start)
    let name = source.name.isEmpty ? "" : DisplayText.escaped(source.name) + ":"
    return "\(name)\(location.line):\(location.column): \(DisplayText.escaped(text))"
  }

  /// The quoted line and the line with the caret.
  private static func quote(
    _ source: SourceText, offset: Int, remarks: [String], width: Int
  ) -> [String] {
    let number = String(source.location(of: offset).line)
    let gutter = max(5, number.utf8.count)
    let columns = max(20, width - gutter - 3)
    let line = QuotedLine(source, offset: offset, columns: columns)
    let padded = String(repeating: " ", count: gutter - number.utf8.count) + number
    let blank = String(repeating: " ", count: gutter) + " | "
    let caret = blank + String(repeating: " ", count: line.caretColumn) + "^"
    let remark = DisplayText.escaped(remarks.joined(separator: "     "))
    let quoted = ("\(padded) | \(line.text)")
    if remark.isEmpty { return [quoted, caret] }
    let taken = DisplayText.width(remark)
    if line.caretColumn + 2 + taken <= columns { return [quoted, "\(caret) \(remark)"] }
    let indent = String(repeating: " ", count: max(0, min(line.caretColumn, columns - taken)))
    return [quoted, caret, blank + indent + remark]
  }
}
