import Foundation
import TestFolders
import Testing

/// `step` walked through by keys, on a terminal of its own.
@Suite struct StepTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Starts the program and steps through the classic 5x5 with 3x3.
  private func stepping(term: String = "xterm", columns: Int = 80, rows: Int = 24) throws
    -> PseudoTerminal
  {
    let terminal = try PseudoTerminal(
      PromptTests.executable, [], in: folder.path,
      environment: [
        "TERM": term, "HOME": folder.path, "XDG_STATE_HOME": folder.path + "/state",
        "NO_COLOR": "1", "COLUMNS": nil, "LINES": nil, "LC_ALL": nil, "LANG": nil,
      ], columns: columns, rows: rows)
    try terminal.wait(for: "\n")
    try terminal.wait(for: "> ")
    terminal.type("y = conv (reshape (arange 25) 5x5) (ones 3x3) pad=1;\r")
    try terminal.wait(for: "\n")
    try terminal.wait(for: "> ")
    terminal.type("step y\r")
    return terminal
  }

  private static let keys = "q quit"

  /// Leaves the walk, and sees that the prompt is there and the terminal as it was.
  private func leave(_ terminal: PseudoTerminal, by key: String) throws {
    terminal.type(key)
    try terminal.wait(for: "> ")
    try terminal.ask("6 * 7", "42")
    terminal.type("\u{4}")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(terminal.isResting)
  }

  @Test func `keys walk, and q gives the prompt back`() throws {
    let terminal = try stepping()
    try terminal.wait(for: "step 1 of 25")
    try terminal.wait(for: Self.keys)
    for (key, step) in [
      (" ", 2), ("n", 3), ("\r", 4), ("p", 3), ("\u{7F}", 2), ("\u{1B}[B", 7), ("\u{1B}[C", 8),
      ("\u{1B}[D", 7), ("\u{1B}[A", 2), ("\u{1B}[F", 25), ("\u{1B}[H", 1),
    ] {
      terminal.type(key)
      try terminal.wait(for: "step \(step) of 25")
      try terminal.wait(for: Self.keys)
    }
    try leave(terminal, by: "q")
  }

  @Test func `a slash jumps to a cell`() throws {
    let terminal = try stepping()
    try terminal.wait(for: Self.keys)
    terminal.type("/2,3")
    try terminal.wait(for: "to row,column: 2,3_")
    terminal.type("\r")
    try terminal.wait(for: "step 14 of 25")
    try leave(terminal, by: "q")
  }

  @Test func `it plays by itself until a key is pressed`() throws {
    let terminal = try stepping()
    try terminal.wait(for: Self.keys)
    terminal.type("a")
    for step in 2...4 { try terminal.wait(for: "step \(step) of 25") }
    terminal.type("x")
    try terminal.wait(for: Self.keys)
    try leave(terminal, by: "q")
  }

  @Test(arguments: ["\u{1B}", "\u{3}"])
  func `Escape and Ctrl-C leave the walk, not the session`(_ key: String) throws {
    let terminal = try stepping()
    try terminal.wait(for: Self.keys)
    try leave(terminal, by: key)
  }

  @Test func `a resize draws the frame anew, and one that is too small says so`() throws {
    let terminal = try stepping()
    try terminal.wait(for: Self.keys)
    terminal.resize(columns: 30, rows: 10)
    try terminal.wait(for: "this screen has 30x9")
    terminal.resize(columns: 100, rows: 40)
    try terminal.wait(for: "step 1 of 25")
    try terminal.wait(for: Self.keys)
    try leave(terminal, by: "q")
  }

  @Test func `a terminal without a cursor is told how to print frames`() throws {
    let terminal = try stepping(term: "dumb")
    try terminal.wait(for: "error: `step` walks by keys, and here nobody can press one")
    try terminal.wait(for: "help: `step y at=0,0` prints one frame")
    terminal.type("quit\r")
    #expect(try terminal.waitForEnd() == .exited(0))
  }

  @Test func `a signal that ends the program leaves the terminal as it was`() throws {
    let terminal = try stepping()
    try terminal.wait(for: Self.keys)
    #expect(!terminal.isResting)
    terminal.send(SIGTERM)
    #expect(try terminal.waitForEnd() == .killed(SIGTERM))
    #expect(terminal.isResting)
  }

  @Test func `a terminal that goes away ends the program`() throws {
    let terminal = try stepping()
    try terminal.wait(for: Self.keys)
    terminal.hangUp()
    _ = try terminal.waitForEnd()
  }
}
