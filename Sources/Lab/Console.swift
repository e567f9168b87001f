public import Rendering

/// Where a session prints, and what it may know about the reader's screen.
///
/// `Terminal` has the real one; a recorded session is replayed on a `CapturingConsole`.
public protocol Console: AnyObject {
  /// Prints results: to standard output.
  func write(_ text: String)
  /// Prints a diagnostic or progress: to standard error.
  func writeDiagnostic(_ text: String)
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
}

/// A console that keeps what is printed: 80 columns, no colour, nobody there.
public final class CapturingConsole: Console {
  /// What was printed since it was last taken.
  public private(set) var text = ""
  /// Columns of the screen.
  public let width: Int?
  /// Lines of the screen.
  public let height: Int?

  /// The columns a recorded session is drawn in.
  public static let recordedWidth = 80
  /// The lines a recorded session is drawn in.
  public static let recordedHeight = 24

  /// Makes a console; a recorded session is drawn as on an 80-column terminal.
  public init(
    width: Int? = CapturingConsole.recordedWidth, height: Int? = CapturingConsole.recordedHeight
  ) {
    self.width = width
    self.height = height
  }

  /// Keeps the text.
  public func write(_ text: String) { self.text += text }
  /// Keeps the text.
  public func writeDiagnostic(_ text: String) { self.text += text }
  /// None.
  public var colorDepth: ColorDepth { .none }
  /// No.
  public var isInteractive: Bool { false }
  /// Yes.
  public var isOpen: Bool { true }
  /// Returns at once.
  public func waitForKey() -> Bool { false }
  /// Leaves what was printed as it is.
  public func clear() {}

  /// What was printed since the last call.
  public func take() -> String {
    defer { text = "" }
    return text
  }
}
