/// What came of asking for a line.
enum LineReading: Hashable {
  /// A line, without its newline.
  case line(String)
  /// Ctrl-C. A plain terminal cannot say whether something had been typed; it says no.
  case interrupted(hadText: Bool)
  /// Ctrl-D, or the terminal is gone.
  case end
}

/// Somewhere lines come from: the line editor, or a terminal that can do no editing.
protocol LineSource: AnyObject {
  /// Waits for a line.
  func read(prompt: String) -> LineReading
  /// Adds an entry to the history that the arrows walk.
  func remember(_ entry: String)
  /// Forgets lines of a pasted block that have not been read.
  func dropPending()
}
