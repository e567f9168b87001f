/// What stands before the lines that are typed.
enum PromptMark: String, CaseIterable {
  /// Before a statement.
  case first = "> "
  /// Before the further lines of one.
  case further = ". "

  /// Whether a line begins with the mark; a mark alone may have lost its space.
  func isOn(_ line: some StringProtocol) -> Bool {
    line.hasPrefix(rawValue) || line == rawValue.dropLast()
  }

  /// The line without its mark; nil if it has none.
  static func taken(off line: Substring) -> Substring? {
    for mark in allCases where mark.isOn(line) {
      return line.dropFirst(mark.rawValue.count)
    }
    return nil
  }
}
