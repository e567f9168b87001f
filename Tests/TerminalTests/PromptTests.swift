import Foundation
import TestFolders
import Testing

/// The prompt of the executable, typed at as a person would.
@Suite struct PromptTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Starts the program with a home and a history of its own, and waits for the first prompt.
  private func start(
    _ arguments: [String] = [], environment: [String: String?] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = try launch(
      arguments, environment: environment, columns: columns, rows: rows)
    try terminal.wait(for: "\n")
    try terminal.wait(for: "> ")
    return terminal
  }

  private func launch(
    _ arguments: [String] = [], environment: [String: String?] = [:], columns: Int = 80,
    rows: Int = 24, redirections: [Int32: String] = [:]
  ) throws -> PseudoTerminal {
    var variables: [String: String?] = [
      "TERM": "xterm", "HOME": folder.path, "XDG_STATE_HOME": folder.path + "/state",
      "LC_ALL": nil, "LANG": nil, "NO_COLOR": "1", "SWIFT_BACKTRACE": "enable=no",
      "COLUMNS": nil, "LINES": nil,
    ]
    variables.merge(environment) { $1 }
    return try PseudoTerminal(
      Self.executable, arguments, in: folder.path, environment: variables, columns: columns,
      rows: rows,
      redirections: redirections)
  }

  /// The program, which is built beside the tests.
  static let executable: String = {
    let bundle = Bundle(for: PseudoTerminal.self).bundleURL
    // On macOS the tests are a bundle in that folder, elsewhere the folder itself is told.
    let folder = bundle.pathExtension == "xctest" ? bundle.deletingLastPathComponent() : bundle
    return folder.appendingPathComponent("patchwork").path
  }()

  private func history() throws -> String {
    try String(contentsOfFile: folder.path + "/state/patchwork/history", encoding: .utf8)
  }

  // MARK: Typing

  @Test func `what is typed is run, and Ctrl-D leaves`() throws {
    let terminal = try start()
    try terminal.ask("6 * 7", "42")
    terminal.type("\u{4}")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(terminal.isResting)
  }

  @Test func `quit leaves`() throws {
    let terminal = try start()
    terminal.type("quit\r")
    #expect(try terminal.waitForEnd() == .exited(0))
  }

  @Test func `a line that failed does not end the session, nor its exit code`() throws {
    let terminal = try start()
    terminal.type("no_such_name\r")
    try terminal.wait(for: "error:")
    try terminal.wait(for: "> ")
    try terminal.ask("1 + 1", "2")
    terminal.type("\u{4}")
    #expect(try terminal.waitForEnd() == .exited(0))
  }

  @Test func `an open bracket goes on in the next line`() throws {
    let terminal = try start()
    terminal.type("sum (40\r")
    try terminal.wait(for: "\n\u{1B}[?2004l\u{1B}[?2004h. ")
    try terminal.ask("+ 2)", "42")
  }

  @Test func `Ctrl-D inside an open bracket says what is missing and stays`() throws {
    let terminal = try start()
    terminal.type("sum (40\r")
    try terminal.wait(for: ". ")
    terminal.type("\u{4}")
    try terminal.wait(for: "error:")
    try terminal.wait(for: "> ")
    try terminal.ask("6 * 7", "42")
  }

  @Test(
    "Text of any script is kept, whatever the locale",
    arguments: [nil, "C", "de_DE.ISO-8859-1", "no_SUCH"] as [String?])
  func anyScript(locale: String?) throws {
    let terminal = try start(environment: ["LC_ALL": locale])
    terminal.type("größe_λ = 41; größe_λ + 1\r")
    try terminal.wait(for: "größe_λ + 1")
    try terminal.wait(forResult: "42")
  }

  @Test func `bytes that are not text are no trap`() throws {
    let terminal = try start()
    terminal.type(bytes: [0x61, 0xFF, 0xC3, 0x28, 0x00, 0x00, 0xE2, 0x82, 0x78, 0xC2, 0x9F, 0x0D])
    try terminal.wait(for: "error:")
    try terminal.wait(for: "> ")
    try terminal.ask("6 * 7", "42")
  }

  @Test func `keys that mean nothing type nothing`() throws {
    let terminal = try start()
    try terminal.ask("6 *\u{1B}[15~\u{1B}[1;2A\u{1B}OP\u{1B}[Z 7", "42")
  }

  // MARK: History

  @Test func `the arrow and Ctrl-R bring entries back, also those of an earlier session`() throws {
    let first = try start()
    try first.ask("6 * 7", "42")
    first.type("sum (1 +\r")
    try first.wait(for: ". ")
    try first.ask("2)", "3")
    first.type("\u{4}")
    #expect(try first.waitForEnd() == .exited(0))
    #expect(try history() == "6 * 7\nsum (1 +\\n2)\n")

    let second = try start()
    second.type("\u{1B}[A")
    try second.wait(for: "2)")
    try second.ask("", "3")
    second.type("\u{12}6 \\*")
    try second.wait(for: "6 * 7")
    try second.ask("", "42")
    try second.ask("1 + 1", "2")
    #expect(try history() == "6 * 7\nsum (1 +\\n2)\nsum (1 +\\n2)\n6 * 7\n1 + 1\n")
  }

  @Test func `a history that cannot be kept is one warning`() throws {
    try folder.make("state/patchwork/history/")
    let terminal = try launch()
    try terminal.wait(
      for: "warning: the history \(folder.path)/state/patchwork/history is not a file")
    try terminal.wait(for: "> ")
    terminal.type("6 * 7\r")
    let answer = try terminal.wait(forResult: "42")
    #expect(!answer.contains("warning"))
    terminal.type("\u{1B}[A")
    try terminal.wait(for: "6 * 7")
  }

  // MARK: Completion

  @Test func `Tab types the only verb that fits`() throws {
    let terminal = try start()
    terminal.type("arang\t3\r")
    try terminal.wait(for: "e 3\r\n")
  }

  @Test func `Tab lists what fits, and the line goes on below`() throws {
    let terminal = try start()
    terminal.type("conv\t")
    try terminal.wait(for: "\r\nconv           convtranspose\r\n> conv")
    terminal.type("t\t")
    try terminal.wait(for: "ranspose ")
  }

  @Test func `Tab types an option with its equals sign`() throws {
    let terminal = try start()
    terminal.type("conv x k dil\t")
    try terminal.wait(for: "ation=")
  }

  @Test func `Tab completes names of the session`() throws {
    let terminal = try start()
    terminal.type("receptive_field = 42;\r")
    try terminal.wait(for: "> ")
    try terminal.ask("rece\t+ 1", "43")
  }

  @Test(
    "Tab completes a file's name in its quotes, which it adds", arguments: ["\"", ""])
  func files(quote: String) throws {
    try "1 2\n3 36\n".write(
      toFile: folder.path + "/two words.csv", atomically: true, encoding: .utf8)
    let terminal = try start()
    terminal.type("sum (load \(quote)two\t)\r")
    try terminal.wait(for: "words.csv\" )")
    try terminal.wait(forResult: "42")
  }

  // MARK: Ctrl-C

  @Test func `Ctrl-C clears a line that has text, and on an empty one says how to leave`() throws {
    let terminal = try start()
    terminal.type("no_such_name")
    try terminal.wait(for: "no_such_name")
    terminal.type("\u{3}")
    let cleared = try terminal.wait(for: "> ")
    #expect(!cleared.contains("leaves"))
    terminal.type("\u{3}")
    try terminal.wait(forResult: "Ctrl-D or quit leaves.")
    try terminal.wait(for: "> ")
    terminal.type("6 * 7\r")
    let answer = try terminal.wait(forResult: "42")
    #expect(!answer.contains("error"))
  }

  @Test func `Ctrl-C gives up a statement of several lines`() throws {
    let terminal = try start()
    terminal.type("sum (40\r")
    try terminal.wait(for: ". ")
    terminal.type("\u{3}")
    let cleared = try terminal.wait(for: "> ")
    #expect(!cleared.contains("leaves"))
    try terminal.ask("6 * 7", "42")
  }

  @Test func `Ctrl-C ends a search`() throws {
    let terminal = try start()
    try terminal.ask("6 * 7", "42")
    terminal.type("\u{12}6")
    try terminal.wait(for: "bck:")
    terminal.type("\u{3}")
    try terminal.wait(for: "\u{1B}[?2004h> ")
    try terminal.ask("1 + 1", "2")
  }

  @Test func `Ctrl-C stops a long conv, and the session is as it was before`() throws {
    let terminal = try start()
    terminal.type("y = 5;\r")
    try terminal.wait(for: "> ")
    terminal.type("y = conv (rand 1x4x600x600) (rand 32x4x301x301)\r")
    try terminal.wait(for: "\u{1B}[?2004l")
    terminal.type("\u{3}")
    try terminal.wait(for: "interrupted\r\n")
    try terminal.wait(for: "> ")
    try terminal.ask("y + 1", "6")
    terminal.type("\u{4}")
    #expect(try terminal.waitForEnd() == .exited(0))
  }

  // MARK: Pasting

  private func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }

  @Test func `a pasted block runs line by line, its last line waits`() throws {
    let terminal = try start()
    terminal.type(paste("a = 40;\rb = 2;\ra + b"))
    try terminal.wait(for: "a + b")
    try terminal.ask("", "42")
    #expect(try history() == "a = 40;\nb = 2;\na + b\n")
  }

  @Test func `the prompts of a pasted session are stripped, what it printed is not run`() throws {
    let terminal = try start()
    terminal.type(paste("> a = 40\r  a: scalar\r> sum (a +\r. 2)\r42\r"))
    try terminal.wait(forResult: "42")
    #expect(try history() == "a = 40\nsum (a +\\n2)\n")
  }

  @Test func `a block pasted by a terminal that does not mark it runs too`() throws {
    let terminal = try start()
    try terminal.ask("> a = 40;\r> a + 2", "42")
  }

  @Test func `keys in a pasted block are text`() throws {
    let terminal = try start()
    terminal.type(paste("6\t*\u{1B}[A\u{1}\u{4} 7"))
    try terminal.wait(for: "6 *[A 7")
  }

  @Test func `Ctrl-C drops the rest of a pasted block`() throws {
    let terminal = try start()
    terminal.type(paste("conv (rand 1x4x600x600) (rand 32x4x301x301)\rno_such_name\rnor_this"))
    try terminal.wait(for: "\u{1B}[?2004l")
    terminal.type("\u{3}")
    try terminal.wait(for: "interrupted\r\n")
    try terminal.wait(for: "> ")
    terminal.type("6 * 7\r")
    let answer = try terminal.wait(forResult: "42")
    #expect(!answer.contains("no_such_name"))
  }

  @Test func `a long block loses nothing`() throws {
    let terminal = try start()
    terminal.type("n = 0;\r")
    terminal.type(paste(String(repeating: "n = n + 1;\r", count: 300) + "n\r"))
    try terminal.wait(forResult: "300")
  }

  // MARK: The window

  @Test func `the next table fits the window as it is now`() throws {
    let terminal = try start(columns: 120)
    terminal.type("show (arange 100)\r")
    let wide = try terminal.wait(for: "> ")
    #expect(widest(of: wide) > 80)
    terminal.resize(columns: 40, rows: 24)
    terminal.type("show (arange 100)\r")
    try terminal.wait(for: "\u{1B}[?2004l")
    let narrow = try terminal.wait(for: "\u{1B}[?2004h")
    #expect(widest(of: narrow) <= 40)
    #expect(narrow.contains("hidden"))
  }

  private func widest(of text: String) -> Int {
    text.split(whereSeparator: \.isNewline).map(\.count).max() ?? 0
  }

  @Test func `a resize in the middle of a line keeps it`() throws {
    let terminal = try start(columns: 30)
    terminal.type("6 *" + String(repeating: " ", count: 40) + "7")
    try terminal.wait(for: "7")
    terminal.resize(columns: 100, rows: 24)
    try terminal.wait(for: "> 6 *")
    try terminal.ask("", "42")
  }

  @Test func `it works in a window of 20 columns`() throws {
    let terminal = try start(columns: 20, rows: 5)
    terminal.type("x = 40 + 1 + 1 + 0 + 0 + 0;\r")
    try terminal.wait(for: "> ")
    terminal.type("con\t")
    try terminal.wait(for: "conv")
    try terminal.ask("\u{15}x", "42")
  }

  // MARK: Signals

  @Test func `stopped and continued it prompts again`() throws {
    let terminal = try start()
    terminal.type("6 * ")
    try terminal.wait(for: "6 * ")
    terminal.send(SIGSTOP)
    terminal.waitUntilStopped()
    terminal.send(SIGCONT)
    try terminal.wait(for: "> 6 * ")
    try terminal.ask("7", "42")
  }

  @Test(
    "Killed, it leaves the terminal as it was",
    arguments: [SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT])
  func killed(signal: Int32) throws {
    let terminal = try start()
    #expect(!terminal.isResting)
    terminal.send(signal)
    #expect(try terminal.waitForEnd() == .killed(signal))
    #expect(terminal.isResting)
    #expect(terminal.rest.hasSuffix("\u{1B}[?2004l"))
  }

  @Test func `a window that is closed ends it`() throws {
    let terminal = try start()
    terminal.hangUp()
    #expect(try terminal.waitForEnd() == .killed(SIGHUP))
  }

  // MARK: Other terminals

  @Test("Without a cursor it reads plain lines", arguments: ["dumb", "", nil] as [String?])
  func plain(term: String?) throws {
    let terminal = try start(environment: ["TERM": term])
    terminal.type("größe = 41;\r")
    try terminal.wait(for: "> ")
    terminal.type("sum (größe\r")
    try terminal.wait(for: ". ")
    try terminal.ask("+ 1)", "42")
    terminal.type("\u{3}")
    try terminal.wait(for: "Ctrl-D or quit leaves.")
    terminal.type("say \"go\"; conv (rand 1x4x600x600) (rand 32x4x301x301)\r")
    try terminal.wait(for: "go\r\n")
    terminal.type("\u{3}")
    try terminal.wait(for: "interrupted")
    try terminal.wait(for: "> ")
    terminal.type("\u{4}")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(!terminal.rest.contains("\u{1B}"))
  }

  @Test func `with its results elsewhere it prompts on standard error`() throws {
    let path = folder.path + "/results"
    let terminal = try launch(redirections: [1: path])
    try terminal.wait(for: "> ")
    terminal.type("6 * 7\r")
    try terminal.wait(for: "> ")
    terminal.type("\u{4}")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "42\n")
  }

  @Test("~/.editrc is honoured, and takes no key of ours", arguments: ["bind -v", "bind -e"])
  func editrc(line: String) throws {
    try "\(line)\nbind -s ^G '6 *'\n".write(
      toFile: folder.path + "/.editrc", atomically: true, encoding: .utf8)
    let terminal = try start()
    terminal.type("\u{7}" + paste(" 7") + "\r")
    try terminal.wait(forResult: "42")
    terminal.type("arang\t3\r")
    try terminal.wait(for: "e 3\r\n")
  }
}
