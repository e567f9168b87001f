#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
internal import CLibEdit
public import Lab
public import Rendering

/// The process's own terminal, pipes or files: results to standard output, diagnostics and progress
/// to standard error, keys from standard input.
///
/// Every result is written at once, so that results and diagnostics stand in order on a screen and a
/// reader that went away is noticed before the next statement runs.
public final class TerminalConsole {
  /// Where results go.
  public let results: OutputChannel
  /// Whether results go to a terminal.
  public let isTerminal: Bool
  /// Whether somebody sits there: keys come from a terminal and results go to one.
  public let isInteractive: Bool
  /// The colours that results may have.
  public let colorDepth: ColorDepth

  private let diagnostics = OutputChannel(descriptor: 2)
  private let diagnosticsAreSeen: Bool
  let hasFixedWidth: Bool
  private let fixedWidth: Int?
  private let keys = KeyReader()
  private var progress = InPlaceLines()

  /// The console of this process.
  ///
  /// Prepares the locale, and has a closed pipe reported to the writer instead of killing it.
  /// - Parameter width: What `--width` says; nil for the window's own.
  public init(color: ColorChoice = .auto, width: Int? = nil) {
    signal(SIGPIPE, SIG_IGN)
    _ = patchwork_locale_prepare()
    results = OutputChannel(descriptor: 1)
    hasFixedWidth = width != nil
    isTerminal = isatty(1) == 1
    isInteractive = isatty(1) == 1 && isatty(0) == 1
    diagnosticsAreSeen = isatty(2) == 1 && !Environment.isDumb
    colorDepth = color.depth(
      isTerminal: isTerminal, isDumb: Environment.isDumb,
      noColor: Environment.value("NO_COLOR"), colorTerm: Environment.value("COLORTERM"))
    fixedWidth = width
  }

  /// The size to draw for, as it is now.
  public var size: WindowSize {
    var size = WindowSize.current(of: 1)
    if let fixedWidth { size.columns = fixedWidth }
    return size
  }

  /// Writes a result.
  public func write(_ text: String) { aboveProgress { results.write(text) } }

  /// Writes a diagnostic.
  public func writeDiagnostic(_ text: String) { aboveProgress { diagnostics.write(text) } }

  /// Shows how far a long statement is, in lines that the next ones replace. Only on a terminal. One
  /// line gives way to the next output, several stay below it.
  public func showProgress(_ text: String) {
    guard diagnosticsAreSeen else { return }
    let lines = InPlaceLines(text, in: WindowSize.current(of: 2))
    diagnostics.write(lines.drawing(over: progress))
    progress = lines
  }

  private func aboveProgress(_ write: () -> Void) {
    let shown = progress
    clearProgress()
    write()
    guard shown.isBlock else { return }
    diagnostics.write(shown.drawing(over: InPlaceLines()))
    progress = shown
  }

  private func clearProgress() {
    guard !progress.lines.isEmpty else { return }
    diagnostics.write(progress.clearing)
    progress = InPlaceLines()
  }

  /// Runs a dialogue by single keys; the terminal is as before when it ends, however it ends.
  ///
  /// - Parameter body: Gets a function that waits for the next key, at most so many milliseconds
  ///   (nil: for ever), and returns nil when none came.
  /// - Returns: nil if standard input is not a terminal, and the body was not run.
  public func withKeys<Result>(
    _ body: (_ next: (_ milliseconds: Int32?) -> Key?) throws -> Result
  ) rethrows -> Result? {
    clearProgress()
    guard keys.begin() else { return nil }
    defer { keys.end() }
    return try body { keys.next(milliseconds: $0) }
  }

  /// Writes out what is left and says whether all results arrived.
  ///
  /// - Returns: False if a write failed; the cause has then been written to standard error. A reader
  ///   that went away is no failure.
  public func finish() -> Bool {
    clearProgress()
    results.close()
    guard case .failed(let code) = results.state else { return true }
    diagnostics.write("error: cannot write the results: \(Environment.text(ofError: code))\n")
    return false
  }
}
