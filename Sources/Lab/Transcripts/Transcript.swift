/// What was typed in a session and what it printed, for `record`.
public struct Transcript: Sendable, Hashable {
  /// One statement or entry and its output, each without a line break at the end.
  public struct Entry: Sendable, Hashable {
    /// The lines typed.
    public var typed: String
    /// The lines printed.
    public var printed: String
  }

  /// The entries, oldest first.
  public private(set) var entries: [Entry] = []
  /// The file it is written to after every entry, if one is.
  public internal(set) var path: String?
  private var size = 0

  /// Older entries go once their text is longer than this, in bytes.
  private static let largestSize = 16 << 20

  init() {}

  /// Begins an entry.
  mutating func typed(_ text: String) {
    entries.append(Entry(typed: text, printed: ""))
    size += text.utf8.count
    trim()
  }

  /// Adds to the output of the last entry.
  mutating func printed(_ text: String) {
    guard !entries.isEmpty else { return }
    entries[entries.count - 1].printed += text
    size += text.utf8.count
    trim()
  }

  /// Takes the last entry out again.
  mutating func forgetLast() {
    guard let last = entries.popLast() else { return }
    size -= last.typed.utf8.count + last.printed.utf8.count
  }

  /// Leaves of the last entry only what came before a place in it.
  ///
  /// - Parameters:
  ///   - typed: the lines typed before it; the entry goes if there are none.
  ///   - printed: how many bytes had been printed by then.
  mutating func cutLast(to typed: String, printed: Int) {
    guard let last = entries.last else { return }
    forgetLast()
    if typed.isEmpty { return }
    self.typed(typed)
    self.printed(String(decoding: last.printed.utf8.prefix(printed), as: UTF8.self))
  }

  /// Takes out the oldest entries, several at a time, because all others move.
  private mutating func trim() {
    guard size > Self.largestSize, entries.count > 1 else { return }
    var count = 0
    while size > Self.largestSize / 4 * 3, count < entries.count - 1 {
      size -= entries[count].typed.utf8.count + entries[count].printed.utf8.count
      count += 1
    }
    entries.removeFirst(count)
  }

  /// The transcript as Markdown with one block marked `patchwork`.
  public var markdown: String {
    let block = RecordedBlock(
      entries: entries.map { entry in
        RecordedBlock.Entry(typed: entry.typed, expected: RecordedBlock.lines(of: entry.printed))
      })
    let lines = ["# A Patchwork session", "", "```patchwork"] + block.lines + ["```", ""]
    return lines.joined(separator: "\n")
  }
}
