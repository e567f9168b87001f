import Foundation
import Testing

/// A program on a terminal of its own, in a session of its own: what it is sent there as keys and
/// signals reaches it alone.
///
/// Nothing here sleeps: every step waits for what it needs to see, and fails when that does not come
/// in a time that is never reached on any machine that works.
final class PseudoTerminal {
  /// What went wrong, with everything that was on the screen so far.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// How a program ended.
  enum Ending: Hashable {
    case exited(Int32)
    case killed(Int32)
  }

  /// Seconds after which an output is not going to come: a bound for failures, not a measure.
  static let deadline = 120.0

  let process: pid_t
  private var main: Int32
  private var output: [UInt8] = []
  /// What was printed before this has been looked at.
  private var seen = 0
  private var isReaped = false

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - folder: Its working directory.
  ///   - environment: Variables that differ from the test's own; nil takes one away.
  ///   - redirections: Descriptors of the program that are files instead of the terminal.
  init(
    _ program: String, _ arguments: [String] = [], in folder: String,
    environment: [String: String?] = [:],
    columns: Int = 80, rows: Int = 24, redirections: [Int32: String] = [:]
  ) throws {
    var size = Self.size(columns, rows)
    var main: Int32 = -1
    var side: Int32 = -1
    var name = [CChar](repeating: 0, count: 1024)
    guard openpty(&main, &side, nil, nil, &size) == 0, ttyname_r(side, &name, name.count - 1) == 0
    else {
      throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))")
    }
    defer { close(side) }  // held open until the program has it
    self.main = main
    let terminal = String(
      decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    process = try Self.spawn(
      program, arguments, in: folder, environment, on: terminal, redirections)
  }

  deinit {
    if !isReaped {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    if main >= 0 { close(main) }
  }

  /// Presses keys.
  func type(_ text: String) { type(bytes: Array(text.utf8)) }

  /// Presses keys, given as the bytes they send.
  func type(bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // A program that prints while it is typed at must not wait for its output to be read.
      readAvailable(milliseconds: 0)
      let count = rest.withUnsafeBytes { write(main, $0.baseAddress, min($0.count, 1024)) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits for a text that has not been waited for yet.
  ///
  /// - Returns: What was printed up to it and with it.
  @discardableResult
  func wait(
    for text: String, _ location: SourceLocation = #_sourceLocation
  ) throws -> String {
    try wait(forAny: [text], location)
  }

  private func wait(forAny texts: [String], _ location: SourceLocation) throws -> String {
    let end = Date(timeIntervalSinceNow: Self.deadline)
    while true {
      for text in texts {
        guard let range = output[seen...].firstRange(of: Array(text.utf8)) else { continue }
        defer { seen = range.upperBound }
        return String(decoding: output[seen..<range.upperBound], as: UTF8.self)
      }
      guard Date() < end, readAvailable(milliseconds: 1000) else {
        let failure = Failure(
          description: "waited for \(texts[0].debugDescription), saw \(rest.debugDescription)")
        Issue.record(failure, sourceLocation: location)
        throw failure
      }
    }
  }

  /// Waits for a line that is just this text.
  @discardableResult
  func wait(
    forResult text: String, _ location: SourceLocation = #_sourceLocation
  ) throws -> String {
    // The editor's goodbye, or without an editor the line break that was typed, is before it.
    try wait(forAny: ["\u{1B}[?2004l\(text)\r\n", "\r\n\(text)\r\n"], location)
  }

  /// Enters a line, and waits for its one line of result and for the next prompt: keys that are
  /// pressed earlier are the terminal's own, not the prompt's.
  @discardableResult
  func ask(
    _ line: String, _ result: String, _ location: SourceLocation = #_sourceLocation
  ) throws -> String {
    type(line + "\r")
    return try wait(forResult: result, location) + wait(forAny: ["> "], location)
  }

  /// Gives the window another size, which the program is told by SIGWINCH.
  func resize(columns: Int, rows: Int) {
    var size = Self.size(columns, rows)
    _ = ioctl(main, UInt(TIOCSWINSZ), &size)
  }

  private static func size(_ columns: Int, _ rows: Int) -> winsize {
    winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
  }

  /// Sends the program a signal.
  func send(_ signal: Int32) { kill(process, signal) }

  /// Waits until the program is stopped by a signal.
  func waitUntilStopped() {
    var status: Int32 = 0
    waitpid(process, &status, WUNTRACED)
  }

  /// Whether keys are echoed and gathered to lines, as on a terminal left to itself.
  var isResting: Bool {
    var modes = termios()
    tcgetattr(main, &modes)
    let wanted = tcflag_t(ICANON | ECHO)
    return modes.c_lflag & wanted == wanted
  }

  /// Takes the terminal away, as a window that is closed.
  func hangUp() {
    close(main)
    main = -1
  }

  /// Waits until the program has ended, and reads what it printed until then.
  func waitForEnd() throws -> Ending {
    let end = Date(timeIntervalSinceNow: Self.deadline)
    var status: Int32 = 0
    while Date() < end {
      if waitpid(process, &status, WNOHANG) == process {
        isReaped = true
        while readAvailable(milliseconds: 0) {}
        let signal = status & 0x7F
        return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal)
      }
      readAvailable(milliseconds: 20)
    }
    throw Failure(description: "the program did not end")
  }

  /// What was printed after the last text that was waited for.
  var rest: String { String(decoding: output[seen...], as: UTF8.self) }

  /// Reads what is there, or comes so soon; false if nothing can come any more.
  @discardableResult
  private func readAvailable(milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
    let ready = poll(&waiting, 1, milliseconds)
    if ready == 0 { return milliseconds > 0 }
    if ready < 0 || main < 0 { return errno == EINTR }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(main, &chunk, chunk.count)
    if count > 0 { output += chunk[..<count] }
    return count > 0  // Linux reports EIO once nobody has the other side open
  }
}
