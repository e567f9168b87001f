import Language
import TestFolders
import Testing

@testable import Lab

/// `record`, and that `check` replays what it wrote.
@Suite struct RecordingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func replay(_ name: String) throws -> SessionCheck.Report {
    SessionCheck(try folder.text(of: name), name: name, folder: folder.path).run()
  }

  private func sitting(on console: CapturingConsole = CapturingConsole()) -> Session {
    let session = Session(console: console)
    session.folder = folder.path
    return session
  }

  private static let entries = [
    "x = reshape (arange 12) 3x4", "x", "show (im2col x 2x2)", "relu missing", "conv x x[0]",
    "expect x == 3", "x[9]", "y = [1 2\n3 4]", "y = [1 2;\n3 4]", "# nothing", "", "relu \\\nx",
    "say \"> 1 + 1\"", "say \"```\"", "say \"\\\\back\"", "say \"\"", "say \">\"", "say \"...\"",
    "say \"[..]\"", "set digits 3; (1 / 3)", "seed 7; rand 3", "rand 2x2", "x; 1; show 2",
    "(1 + ", "help conv", "vars", "a = 1; b = missing; c = 2", "conv x (ones 9x9)", "_",
    "expect fails x[9]", "plan conv 3x8x8 4x3x3x3", "show (rand 12x12) as=heat", "größe = 3",
  ]

  @Test func `a session is replayed as it was, errors and lines like prompts included`() throws {
    let session = sitting()
    session.runEntry("before = 1")
    session.runEntry("record \"lesson.md\"")
    for entry in Self.entries { session.runEntry(entry) }
    let report = try replay("lesson.md")
    #expect(report.lines == [])
    #expect(report.entries == Self.entries.count + 1)
  }

  @Test(arguments: [nil, 40, 200])
  func `a recording is drawn for 80 columns, whatever the screen has`(_ width: Int?) throws {
    let session = sitting(on: CapturingConsole(width: width, height: 10))
    session.runEntry("record \"lesson.md\"")
    for entry in Self.entries { session.runEntry(entry) }
    #expect(try replay("lesson.md").lines == [])
  }

  @Test func `it begins with all that was typed, without the line that records`() throws {
    let session = sitting()
    session.runEntry("1 + 1")
    session.runEntry("record \"lesson.md\"")
    session.runEntry("x = 3")
    #expect(
      try folder.text(of: "lesson.md") == """
        # A Patchwork session

        ```patchwork
        > 1 + 1
        2
        > x = 3
        x: scalar f64  3
        ```

        """)
  }

  @Test func `it stops, and goes on in another file`() throws {
    let session = sitting()
    session.runEntry("record \"a.md\"")
    session.runEntry("1")
    session.runEntry("record")
    session.runEntry("2")
    #expect(try !folder.text(of: "a.md").contains("> 2"))
    session.runEntry("record \"b.md\"")
    session.runEntry("3")
    #expect(try folder.text(of: "b.md").contains("> 1\n1\n> 2\n2\n> 3\n3\n"))
  }

  @Test func `a script that was run is one line, with what it printed`() throws {
    try folder.write("x = 3\nsay \"inside\" x\n", to: "inner.pw")
    let session = sitting()
    session.runEntry("record \"a.md\"")
    session.runEntry("run \"inner.pw\"")
    #expect(try folder.text(of: "a.md").contains("```patchwork\n> run \"inner.pw\"\ninside 3\n```"))
    #expect(try replay("a.md").lines == [])
  }

  @Test func `a script records its statements, as they are typed at a prompt`() throws {
    let script = """
      x = [1 2; 3 4]   # a remark
      record "a.md"
      y = x * 2; y[0, 0] = 5
      x
      time z = 3
      show (1 +
        2); say "a"
      expect x == x
      relu \\
        x
      """
    let session = sitting()
    _ = session.runScript(.init(name: "s.pw", text: script), folder: folder.path)
    let recorded = try folder.text(of: "a.md")
    #expect(!recorded.contains("remark"))
    #expect(recorded.contains("> y = x * 2;\n> y[0, 0] = 5;\n> x\n"))
    #expect(recorded.contains("> say \"a\"\na\n> expect x == x\n> relu \\\n>   x\n"))
  }

  @Test func `a failed statement of a script is replayed with the same words`() throws {
    let script = "record \"a.md\"\nx = 1\n\n  x + missing\nsay 2"
    let session = sitting()
    session.keepsGoing = true
    _ = session.runScript(.init(name: "s.pw", text: script), folder: folder.path)
    let report = try replay("a.md")
    #expect(report.lines == [])
    #expect(report.entries == 3)
  }

  @Test func `a script's recording begins with its first line, and is replayed`() throws {
    let script = """
      x = [1 2; 3 4]
      x
      missing
      param n = 2
      x * n
      record "a.md"
      time (x + 1)
      record
      x - 1
      """
    let session = sitting()
    session.keepsGoing = true
    try session.give("n", "7")
    _ = session.runScript(.init(name: "s.pw", text: script), folder: folder.path)
    let report = try replay("a.md")
    #expect(report.lines == [])
    #expect(report.entries == 6)
    let text = try folder.text(of: "a.md")
    #expect(text.contains("> n = 7;\n> x * n\n"))
    #expect(!text.contains("record"))
    #expect(!text.contains("x - 1"))
  }

  @Test func `a script that another runs may record both`() throws {
    try folder.write("y = 2\nrecord \"../a.md\"", to: "deep/inner.pw")
    let session = sitting()
    let ending = session.runScript(
      .init(name: "s.pw", text: "x = 1\nrun \"deep/inner.pw\"\nx + y"), folder: folder.path)
    #expect(ending == .success)
    #expect(try folder.text(of: "a.md").contains("> x = 1;\n> run \"deep/inner.pw\"\n> x + y\n3\n"))
  }

  @Test func `a file that the session did not write is left as it is`() throws {
    try folder.write("mine", to: "lesson.md")
    let console = CapturingConsole()
    let session = sitting(on: console)
    session.runEntry("x = 3")
    _ = console.take()
    #expect(session.runEntry("record \"lesson.md\"") == .failure)
    #expect(
      console.take() == """
        1:8: error: lesson.md exists
            1 | record "lesson.md"
              |        ^
           help: another name, or `record "lesson.md" replace=true`

        """)
    session.runEntry("x + 1")
    #expect(try folder.text(of: "lesson.md") == "mine")
    session.runEntry("record \"lesson.md\" replace=true")
    #expect(try replay("lesson.md").lines == [])
    #expect(try replay("lesson.md").entries == 2)
  }

  @Test func `a file that the session wrote is written again`() throws {
    let session = sitting()
    session.runEntry("record \"a.md\"")
    session.runEntry("record")
    session.runEntry("1 + 1")
    #expect(session.runEntry("record \"a.md\"") == .success)
    #expect(try replay("a.md").entries == 1)
  }

  @Test(arguments: [
    ("record \"a.md\"", "recording to a.md\n"),
    ("record \"a.md\"; record", "recording to a.md\nrecording to a.md ended\n"),
    (
      "record \"a.md\"; record \"b.md\"",
      "recording to a.md\nrecording to a.md ended\nrecording to b.md\n"
    ), ("record", "nothing was being recorded\n"),
  ])
  func `the prompt says when a recording starts and ends`(
    _ entry: String, _ said: String
  ) throws {
    let console = CapturingConsole()
    let session = sitting(on: console)
    session.runEntry(entry)
    #expect(console.take().replacing(folder.path + "/", with: "") == said)
    _ = session.runScript(.init(name: "s.pw", text: entry), folder: folder.path)
    #expect(console.take() == "")
  }

  @Test(arguments: [
    "time (1 + 1)", "history", "history 1", "compare (conv (ones 4x4) (ones 2x2))",
    "record \"none/a.md\"", "a = 1; record \"none/a.md\"; b = 2",
    "a = 1; record; record \"a.md\"", "1 + 1; record \"taken.md\"; 3",
  ])
  func `what is another text each time is replayed too`(_ entry: String) throws {
    try folder.write("mine", to: "taken.md")
    let session = sitting()
    session.history = ["an entry of yesterday"]
    session.runEntry("record \"a.md\"")
    session.history.append(entry)
    session.runEntry(entry)
    session.runEntry("1")
    #expect(try replay("a.md").lines == [])
    #expect(try folder.text(of: "taken.md") == "mine")
  }

  @Test func `a recording that can no longer be written is replayed without that remark`() throws {
    let session = sitting()
    session.runEntry("record \"a.md\"")
    session.transcript.path = folder.path + "/none/a.md"
    session.runEntry("1 + 1")
    #expect(session.transcript.path == nil)
    session.runEntry("record \"a.md\"")
    #expect(try replay("a.md").lines == [])
  }

  @Test func `a recording goes on from a script to the prompt`() throws {
    let session = sitting()
    _ = session.runScript(
      .init(name: "s.pw", text: "record \"a.md\"\nx = 1\nx + 1"), folder: folder.path)
    session.runEntry("  y + missing")
    session.runEntry("x")
    let report = try replay("a.md")
    #expect(report.lines == [])
    #expect(report.entries == 4)
  }

  @Test func `a recording that cannot be written is said and goes no further`() throws {
    let session = sitting()
    session.runEntry("record \"none/a.md\"")
    session.runEntry("1")
    #expect(session.transcript.path == nil)
    #expect(try folder.names() == [])
  }
}
