#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A terminal's size in characters.
public struct WindowSize: Hashable, Sendable {
  /// Characters in a line.
  public var columns: Int
  /// Lines on the screen.
  public var rows: Int

  /// What is assumed where nobody says: the size recorded sessions are made for.
  static let standard = WindowSize(columns: 80, rows: 24)

  /// The present size of the terminal behind a descriptor; where it does not say, `COLUMNS` and
  /// `LINES`, then 80x24. Asked anew each time, so that a resize needs no signal to be noticed.
  static func current(of descriptor: Int32) -> WindowSize {
    var reported = winsize()
    let answered = ioctl(descriptor, UInt(TIOCGWINSZ), &reported) == 0
    return WindowSize(
      columns: pick(
        answered ? Int(reported.ws_col) : 0, Environment.value("COLUMNS"), standard.columns),
      rows: pick(answered ? Int(reported.ws_row) : 0, Environment.value("LINES"), standard.rows))
  }

  /// The first of the three that is a sensible length.
  static func pick(_ reported: Int, _ variable: String?, _ fallback: Int) -> Int {
    if reported > 0 { return reported }
    if let length = variable.flatMap({ Int($0) }), (1...10_000).contains(length) { return length }
    return fallback
  }
}
