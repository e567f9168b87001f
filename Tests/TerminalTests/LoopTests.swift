import Foundation
import TestFolders
import Testing

/// Loops that last, on a terminal of their own: how far they are is shown, and Ctrl-C ends them.
@Suite struct LoopTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func launch(_ arguments: [String] = [], redirections: [Int32: String] = [:]) throws
    -> PseudoTerminal
  {
    try PseudoTerminal(
      PromptTests.executable, arguments, in: folder.path,
      environment: [
        "TERM": "xterm", "HOME": folder.path, "XDG_STATE_HOME": folder.path + "/state",
        "NO_COLOR": "1", "COLUMNS": nil, "LINES": nil, "LC_ALL": nil, "LANG": nil,
      ], columns: 100, rows: 24, redirections: redirections)
  }

  /// Counts in a loop without an end in sight, until told to stop.
  private func counting() throws -> PseudoTerminal {
    let terminal = try launch()
    try terminal.wait(for: "\n")
    try terminal.wait(for: "> ")
    terminal.type("n = 0; twice = 0;\r")
    try terminal.wait(for: "> ")
    terminal.type("for i in 0:1000000000 watch=twice\r")
    try terminal.wait(for: ". ")
    terminal.type("n = n + 1\r")
    try terminal.wait(for: ". ")
    terminal.type("twice = 2 * n\r")
    try terminal.wait(for: ". ")
    terminal.type("end\r")
    return terminal
  }

  @Test func `a loop that lasts shows a bar, its speed, the time left and what it watches`() throws
  {
    let terminal = try counting()
    try terminal.wait(for: "[....................] ")
    let shown = try terminal.wait(for: "  twice ")
    #expect(shown.contains("/1000000000  "))
    #expect(shown.contains(" rounds/s  "))
    #expect(shown.contains(" left"))
    terminal.type("\u{3}")
    try terminal.wait(for: "interrupted in round ")
    try terminal.wait(for: "> ")
  }

  @Test func `Ctrl-C ends a loop after its last whole round, and the session goes on`() throws {
    let terminal = try counting()
    try terminal.wait(for: " rounds/s")
    terminal.type("\u{3}")
    try terminal.wait(for: "interrupted in round ")
    try terminal.wait(for: "> ")
    try terminal.ask("twice - 2 * n", "0")
    try terminal.ask("i + 1 - n", "0")
    terminal.type("\u{4}")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(terminal.isResting)
  }

  @Test func `what a piped script prints has no bar in it`() throws {
    let script = folder.path + "/loop.pw"
    try "n = 0\nrepeat 100000\n  n = detach (n + 1)\nend\nn\n".write(
      toFile: script, atomically: true, encoding: .utf8)
    let results = folder.path + "/results"
    let messages = folder.path + "/messages"
    let terminal = try launch([script], redirections: [1: results, 2: messages])
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(try String(contentsOfFile: results, encoding: .utf8) == "100000\n")
    #expect(try String(contentsOfFile: messages, encoding: .utf8) == "")
  }
}
