import Text

/// Prose broken at blanks so that no line exceeds a width; a word that is wider is cut.
enum Paragraph {
  /// The lines; all but the first begin with `indent` blanks.
  static func lines(_ text: String, within columns: Int, indent: Int = 2) -> [TextLine] {
    let indent = indent < columns / 2 ? indent : 0
    var lines: [TextLine] = []
    var line = TextLine()
    var isEmpty = true
    for word in text.split(separator: " ") {
      var rest = String(word)
      if !isEmpty, line.width + 1 + DisplayText.width(rest) > columns {
        lines.append(line)
        line = TextLine()
        line.space(indent)
        isEmpty = true
      }
      if !isEmpty { line.space(1) }
      while case let room = max(1, columns - (isEmpty && !lines.isEmpty ? indent : 0)),
        DisplayText.width(rest) > room
      {
        let head = prefix(of: rest, columns: room)
        line.append(head)
        lines.append(line)
        line = TextLine()
        line.space(indent)
        rest.removeFirst(head.count)
      }
      line.append(rest)
      isEmpty = false
    }
    return lines + [line]
  }

  /// The longest beginning that fits, of one character at least.
  private static func prefix(of text: String, columns: Int) -> String {
    var width = 0
    var head = ""
    for character in text {
      width += DisplayText.width(character)
      if width > columns, !head.isEmpty { break }
      head.append(character)
    }
    return head
  }
}
