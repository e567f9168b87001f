/// A block of a recorded session: lines typed after `> `, and what they are expected to print.
struct RecordedBlock: Hashable, Sendable {
  /// What was typed, and the lines expected after it.
  struct Entry: Hashable, Sendable {
    var typed: String
    var expected: [String]
    /// Blank lines before the next entry, which nobody compares.
    var blankLines = 0
    /// The line of the block that it begins at, from 0.
    var line = 0
  }

  /// Lines before the first entry, which are not looked at.
  private var preamble: [String] = []
  /// The entries, in order.
  var entries: [Entry] = []

  init(entries: [Entry]) { self.entries = entries }

  /// Reads the lines of a block. A line that was typed belongs to the one before it when that one
  /// needs more lines.
  init(lines: some Sequence<String>, isIncomplete: (String) -> Bool) {
    for (place, line) in lines.enumerated() {
      if line == ">" || line.hasPrefix("> ") {
        let typed = String(line.dropFirst(2))
        if let last = entries.last, last.expected.isEmpty, isIncomplete(last.typed) {
          entries[entries.count - 1].typed += "\n" + typed
        } else {
          entries.append(Entry(typed: typed, expected: [], line: place))
        }
      } else if entries.isEmpty {
        preamble.append(line)
      } else {
        entries[entries.count - 1].expected.append(Self.unescaped(line))
      }
    }
    for place in entries.indices {
      while entries[place].expected.last == "" {
        entries[place].expected.removeLast()
        entries[place].blankLines += 1
      }
    }
  }

  /// The block's lines.
  var lines: [String] {
    preamble
      + entries.flatMap { entry in
        let typed = entry.typed.split(separator: "\n", omittingEmptySubsequences: false)
        return typed.map { $0.isEmpty ? ">" : "> \($0)" } + entry.expected.map(Self.escaped)
          + Array(repeating: "", count: entry.blankLines)
      }
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
