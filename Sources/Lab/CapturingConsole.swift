public import Rendering

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
  /// Shows nothing.
  public func showProgress(_ text: String) {}
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
  /// No.
  public var canRedraw: Bool { false }
  /// Keeps the text.
  public func redraw(_ text: String) { self.text += text + "\n" }
  /// No key can come.
  public func withKeys<Result>(
    _ body: (_ next: (_ milliseconds: Int32?) -> Key?) throws -> Result
  ) rethrows -> Result? { nil }

  /// What was printed since the last call.
  public func take() -> String {
    defer { text = "" }
    return text
  }
}
