/// A statement as a line of the history file: line ends and backslashes escaped, so that an entry of
/// several lines is one line there.
enum HistoryEntry {
  /// The line for an entry, without a newline.
  static func escaped(_ entry: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": line.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": line.append(contentsOf: "\\n".unicodeScalars)
      case "\r": line.append(contentsOf: "\\r".unicodeScalars)
      default: line.append(scalar)
      }
    }
    return String(line)
  }

  /// The entry of a line. A backslash before anything else stands for itself.
  static func unescaped(_ line: String) -> String {
    var entry = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      switch (isEscaped, scalar) {
      case (false, "\\"):
        isEscaped = true
        continue
      case (true, "n"): entry.append("\n")
      case (true, "r"): entry.append("\r")
      case (true, "\\"), (false, _): entry.append(scalar)
      case (true, _): entry.append(contentsOf: ["\\", scalar])
      }
      isEscaped = false
    }
    if isEscaped { entry.append("\\") }
    return String(entry)
  }

  /// Entries without repetition; of equal ones the latest stays.
  static func collapsed(_ entries: [String]) -> [String] {
    var seen: Set<String> = []
    return Array(entries.reversed().filter { seen.insert($0).inserted }.reversed())
  }
}
