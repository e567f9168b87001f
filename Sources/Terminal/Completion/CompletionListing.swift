/// Candidates in columns, read downwards, as `ls` lists files.
enum CompletionListing {
  private static let gap = 2

  /// The lines of a listing that fits the window; what does not fit is counted at the end.
  static func lines(_ labels: [String], window: WindowSize) -> String {
    let widest = labels.map(TextWidth.columns).max() ?? 0
    let columns = max(1, (window.columns - 1 + gap) / (widest + gap))
    let roomForRows = max(4, window.rows - 3)
    let shown = labels.prefix(columns * roomForRows)
    let rows = (shown.count + columns - 1) / columns
    var text = ""
    for row in 0..<rows {
      var line = ""
      for index in stride(from: row, to: shown.count, by: rows) {
        line += shown[index]
        if index + rows < shown.count {
          line += String(
            repeating: " ", count: widest + gap - TextWidth.columns(shown[index]))
        }
      }
      text += line + "\n"
    }
    if shown.count < labels.count { text += "and \(labels.count - shown.count) more\n" }
    return text
  }
}
