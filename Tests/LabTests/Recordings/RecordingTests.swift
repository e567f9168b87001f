import Language
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
