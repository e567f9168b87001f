extension DisplayText {
  /// Prose broken at blanks so that no line is wider than `columns`; a word that is wider is cut.
  ///
  /// - Parameters:
  ///   - text: The prose; blanks in a row count as one.
  ///   - columns: How wide a line may be, at least 1.
  ///   - indent: How many blanks all lines but the first begin with; none where they would take half
  ///     of a line.
  ///   - label: What the first line begins with, blanks and all.
  public static func lines(
    _ text: String, within columns: Int, indent: Int = 0, after label: String = ""
  ) -> [String] {
    let margin = String(repeating: " ", count: indent < columns / 2 ? indent : 0)
    var lines: [String] = []
    var line = label
    var room = columns - width(label)
    var isEmpty = true
    func end() {
      lines.append(line)
      line = margin
      room = max(1, columns - margin.utf8.count)
      isEmpty = true
    }
    if room < 1 { end() }
    for word in text.split(separator: " ") {
      var rest = String(word)
      if !isEmpty, 1 + width(rest) > room { end() }
      if !isEmpty {
        line += " "
        room -= 1
      }
      while width(rest) > room {
        let head = prefix(of: rest, columns: room)
        line += head
        rest.removeFirst(head.count)
        end()
      }
      if rest.isEmpty { continue }
      line += rest
      room -= width(rest)
      isEmpty = false
    }
    return isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  /// The longest beginning that fits, of one character at least.
  private static func prefix(of text: String, columns: Int) -> String {
    var taken = 0
    var head = ""
    for character in text {
      taken += width(character)
      if taken > columns, !head.isEmpty { break }
      head.append(character)
    }
    return head
  }
}
