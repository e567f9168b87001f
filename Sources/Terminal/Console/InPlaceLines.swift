/// Lines that are drawn where they stand: the next ones take their place. The cursor stays at the end
/// of the last one.
struct InPlaceLines: Equatable {
  private(set) var lines: [Substring] = []

  /// Whether there are several, which stay below whatever is printed meanwhile.
  var isBlock: Bool { lines.count > 1 }

  /// No lines.
  init() {}

  /// The lines of a text that a window has room for: the last ones where there are too many, and the
  /// last line cut where it is too long. A line with an escape is taken to fit.
  init(_ text: String, in window: WindowSize) {
    if text.isEmpty { return }
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .suffix(max(1, window.rows - 1))
    lines = lines.map { line in
      line.contains("\u{1B}") ? line : line.prefix(max(0, window.columns - 1))
    }
  }

  /// What moves the cursor to the start of the first line.
  private var toStart: String { isBlock ? "\r\u{1B}[\(lines.count - 1)A" : "\r" }

  /// What clears the lines, the cursor where the first one began; nothing if there are none.
  var clearing: String {
    lines.isEmpty ? "" : toStart + (isBlock ? "\u{1B}[J" : "\u{1B}[K")
  }

  /// What draws these lines over others.
  func drawing(over former: InPlaceLines) -> String {
    if lines.isEmpty { return former.clearing }
    // Cleared before it is drawn: at the last column clearing would take a character away.
    let drawn = lines.map { "\u{1B}[K" + $0 }.joined(separator: "\r\n")
    return former.toStart + drawn + (former.lines.count > lines.count ? "\u{1B}[J" : "")
  }
}
