/// A block of a recorded session: lines typed after `> `, and what they are expected to print.
struct RecordedBlock: Hashable, Sendable {
  /// What was typed, and the lines expected after it.
  struct Entry: Hashable, Sendable {
    var typed: String
    var expected: [String]
  }

  var entries: [Entry]

  init(entries: [Entry]) { self.entries = entries }

  /// Reads the lines of a block. A line that was typed belongs to the one before it when that one
  /// needs more lines.
  init(lines: some Sequence<String>, isIncomplete: (String) -> Bool) {
    entries = []
    for line in lines {
      if line == ">" || line.hasPrefix("> ") {
        let typed = String(line.dropFirst(2))
        if let last = entries.last, last.expected.isEmpty, isIncomplete(last.typed) {
          entries[entries.count - 1].typed += "\n" + typed
        } else {
          entries.append(Entry(typed: typed, expected: []))
        }
      } else if !entries.isEmpty {
        entries[entries.count - 1].expected.append(Self.unescaped(line))
      }
    }
    for place in entries.indices {
      while entries[place].expected.last == "" { entries[place].expected.removeLast() }
    }
  }

  /// The block's lines, each with a line break.
  var text: String {
    var text = ""
    for entry in entries {
      for line in entry.typed.split(separator: "\n", omittingEmptySubsequences: false) {
        text += line.isEmpty ? ">\n" : "> \(line)\n"
      }
      for line in entry.expected { text += Self.escaped(line) + "\n" }
    }
    return text
  }

  /// The lines of what was printed, without trailing empty ones.
  static func lines(of printed: String) -> [String] {
    var lines = printed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Output that would read as something typed, as the block's end or as escaped gets a `\`.
  private static func escaped(_ line: String) -> String {
    let isSpecial = line == ">" || ["> ", "```", "\\"].contains { line.hasPrefix($0) }
    return isSpecial ? "\\" + line : line
  }

  private static func unescaped(_ line: String) -> String {
    line.hasPrefix("\\") ? String(line.dropFirst()) : line
  }
}
