import Language
import Testing

@testable import Lab

/// Texts that do not parse, or only in part, and texts that are no scripts.
@Suite struct UnparsedTests {
  private func outcome(_ text: String, keepsGoing: Bool = true) -> (Session.Ending, String) {
    let sitting = Sitting()
    sitting.session.keepsGoing = keepsGoing
    let ending = sitting.session.runScript(.init(name: "t.pw", text: text))
    return (ending, sitting.printed())
  }

  private static let damaged = """
    say 1
    x = 2 +
    for i in 0:2
      say "damaged"
      say )
    end
    def net x y
      x + (]
    end
    say 4
    """

  @Test func `a script with a syntax error runs nothing`() {
    let (ending, text) = outcome(Self.damaged, keepsGoing: false)
    #expect(ending == .failure)
    #expect(!text.contains("\n4"))
  }

  @Test func `one that is to go on runs what is well formed`() {
    let (ending, text) = outcome(Self.damaged)
    #expect(ending == .failure)
    #expect(text.contains("t.pw:2:8: error:"))
    #expect(text.contains("t.pw:5:7: error:"))
    #expect(text.contains("t.pw:8:8: error:"))
    #expect(text.hasSuffix("\n1\n4"))
  }

  @Test func `a block whose header is wrong is told once and not run`() {
    let (ending, text) = outcome("for 3 in 0:2\n  say \"damaged\"\nend\nsay 4")
    #expect(ending == .failure)
    #expect(text.ranges(of: "error:").count == 1)
    #expect(text.hasSuffix("\n4"))
  }

  @Test func `the verb of a damaged definition is an error where it is called`() {
    let (ending, text) = outcome("def net x\n  x + (]\nend\nnet 3\nsay 4")
    #expect(ending == .failure)
    #expect(text.contains("t.pw:4:1: error:"))
    #expect(text.hasSuffix("\n4"))
  }

  @Test(arguments: [true, false])
  func `lines with the mark of a prompt are one error`(_ keepsGoing: Bool) {
    let (ending, text) = outcome("a = 1\n> b = 2\n> b\n", keepsGoing: keepsGoing)
    #expect(ending == .failure)
    #expect(
      text == """
        t.pw:2:1: error: `> ` stands before what was typed in a recorded session, not in
           a script
            2 | > b = 2
              | ^
           help: leave it out, or replay the session: `patchwork check FILE.md`
        """)
  }

  @Test func `a comparison that goes on in the next line is none`() {
    #expect(outcome("expect 2 \\\n> 1\nsay 3").1 == "3")
  }

  @Test(arguments: [true, false])
  func `Markdown is one error`(_ keepsGoing: Bool) {
    let (ending, text) = outcome(
      "A lesson.\n\n```patchwork\n> 1 + 1\n2\n```\n", keepsGoing: keepsGoing)
    #expect(ending == .failure)
    #expect(
      text == """
        t.pw:3:1: error: this is Markdown, not a script
            3 | ```patchwork
              | ^
           help: `patchwork check FILE.md` replays its blocks
        """)
  }

  @Test func `run takes no Markdown file`() {
    #expect(
      Sitting().typing("run \"notes/README.md\"") == """
        1:5: error: notes/README.md is Markdown, not a script
            1 | run "notes/README.md"
              |     ^
           help: `patchwork check notes/README.md` replays its blocks
        """)
  }
}
