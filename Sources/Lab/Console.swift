public import Rendering

/// Where a session prints, and what it may know about the reader's screen.
///
/// `Terminal` has the real one; a recorded session is replayed on a `CapturingConsole`.
public protocol Console: AnyObject {
  /// Prints results: to standard output.
  func write(_ text: String)
  /// Prints a diagnostic or progress: to standard error.
  func writeDiagnostic(_ text: String)
  /// Shows how far a long statement is, in lines that the next text replaces; an empty one clears them.
  /// What is printed meanwhile stands above. Nothing is shown where nobody watches.
  func showProgress(_ text: String)
  /// Columns of the screen; nil where lines may be of any length.
  var width: Int? { get }
  /// Lines of the screen; nil where there is no end to them.
  var height: Int? { get }
  /// The colours that may be used.
  var colorDepth: ColorDepth { get }
  /// Whether someone watches and can press keys.
  var isInteractive: Bool { get }
  /// Whether output can still reach its reader.
  var isOpen: Bool { get }
  /// Waits until a key is pressed; false if the wait was interrupted or no key can come.
  func waitForKey() -> Bool
  /// Empties the screen.
  func clear()
  /// Whether the screen can be drawn over while keys are pressed: not on a terminal that only takes
  /// lines of text.
  var canRedraw: Bool { get }
  /// Draws over what the screen shows, at once, and leaves the cursor at the end of the last line.
  func redraw(_ text: String)
  /// Runs a dialogue by single keys; the terminal is as before when it ends, however it ends.
  ///
  /// - Parameter body: Gets a function that waits for the next key, at most so many milliseconds
  ///   (nil: for ever), and returns nil when none came.
  /// - Returns: nil if no key can come, and the body was not run.
  func withKeys<Result>(
    _ body: (_ next: (_ milliseconds: Int32?) -> Key?) throws -> Result
  ) rethrows -> Result?
}
