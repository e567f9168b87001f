import Foundation
import Language
import TestFolders
import Testing

@testable import Lab

/// Scripts: parameters, folders, scripts that run scripts, and what ends them.
@Suite struct ScriptTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `what a file defines is known to the script that runs it, through other files too`()
    throws
  {
    try folder.write("def twice x; x * 2; end", to: "lib/twice.pw")
    try folder.write("run \"twice.pw\"\ndef eight x; twice (four x); end", to: "lib/eight.pw")
    let printed = Sitting().running(
      """
      def four x; x * 4; end
      run "lib/eight.pw"
      say (eight 3) (twice 1)
      repeat 1; run "lib/twice.pw"; say (twice 5); end
      """, in: folder.path)
    #expect(printed == "24 2\n10")
    #expect(
      Sitting().running("run \"lib/eight.pw\"; say 1; say (twice 1)", in: folder.path)
        .hasSuffix(
          "error: unknown verb `four`\n    2 | def eight x; twice (four x); end\n      |                     ^"
        ))
  }

  @Test func `a file that runs itself is read once to see what it defines`() throws {
    try folder.write("run \"a.pw\"\ndef f x; x; end", to: "a.pw")
    #expect(
      Sitting().running("run \"a.pw\"\nf 1", in: folder.path)
        .contains("scripts run one another more than 50 deep"))
  }

  @Test func `a missing file is named before the verbs that it might have defined`() {
    #expect(
      Sitting(width: nil).running("run \"lib.pw\"\nsay (twice 1)", in: folder.path)
        .replacing(folder.path + "/", with: "") == """
          test.pw:1:5: error: lib.pw: no such file
              1 | run "lib.pw"
                |     ^
          test.pw:2:6: error: unknown verb `twice`
              2 | say (twice 1)
                |      ^
          """)
  }

  private func ending(_ text: String, keepsGoing: Bool = false) -> (Session.Ending, String) {
    let sitting = Sitting(width: nil)
    sitting.session.keepsGoing = keepsGoing
    let ending = sitting.session.runScript(.init(name: "t.pw", text: text), folder: folder.path)
    return (ending, sitting.printed())
  }

  @Test func `a value on the command line wins over the script's own`() throws {
    let sitting = Sitting()
    try sitting.session.give("epochs", "250 * 2")
    #expect(
      sitting.running("param epochs = 5\nparam rate = 0.5\nsay epochs rate") == "500 0.5")
  }

  @Test func `a value that no param asks for is told`() throws {
    let sitting = Sitting()
    try sitting.session.give("epohcs", "9")
    try sitting.session.give("rate", "0.1")
    #expect(sitting.running("param epochs = 5\nparam rate = 0.5\nsay epochs rate") == "5 0.1")
    #expect(
      sitting.session.parameterRemarks == [
        "note: no `param epohcs` in what ran; did you mean `epochs`?"
      ])
  }

  @Test func `a parameter's value that is none is refused`() {
    let session = Sitting().session
    #expect(throws: (any Error).self) { try session.give("a", "x = 3") }
    #expect(throws: (any Error).self) { try session.give("a", "1; 2") }
    #expect(throws: (any Error).self) { try session.give("a", "(1") }
    #expect(throws: (any Error).self) { try session.give("a", "unknown") }
    #expect(throws: (any Error).self) { try session.give("a", "") }
  }

  @Test func `a script that runs a script gives it parameters, and shares its names`() throws {
    try folder.write("param n = 1\nsay n\nleft = n + 1", to: "inner.pw")
    let (ending, text) = ending("run \"inner.pw\"\nrun \"inner.pw\" n=7\nparam n = 3\nsay n left")
    #expect(ending == .success)
    #expect(text == "1\n7\n3 8")
  }

  @Test func `relative names start at the folder of the script that has them`() throws {
    try folder.write("say \"outer\"\nrun \"deep/inner.pw\"\nx = load \"here.csv\"\nx", to: "a.pw")
    try folder.write("say \"inner\"\nx = load \"there.csv\"\nx", to: "deep/inner.pw")
    try folder.write("1 2", to: "here.csv")
    try folder.write("3 4", to: "deep/there.csv")
    #expect(ending("run \"a.pw\"").0 == .success)
    #expect(ending("run \"\(folder.path)/a.pw\"").0 == .success)
  }

  @Test func `a script inside a script names its own file and line`() throws {
    try folder.write("x = 1\nx = missing", to: "deep/inner.pw")
    try folder.write("run \"inner.pw\"", to: "deep/middle.pw")
    let (ending, text) = ending("run \"deep/middle.pw\"\nsay \"never\"")
    #expect(ending == .failure)
    #expect(
      text.replacingOccurrences(of: folder.path, with: "") == """
        /deep/inner.pw:2:5: error: unknown name `missing`
            2 | x = missing
              |     ^
        """)
  }

  @Test func `scripts run one another only so deep`() throws {
    try folder.write("run \"self.pw\"", to: "self.pw")
    let (ending, text) = ending("run \"self.pw\"")
    #expect(ending == .failure)
    #expect(text.contains("error: scripts run one another more than 50 deep"))
    #expect(text.split(separator: "\n").count == 3)
  }

  @Test func `the first failure ends a script, unless it keeps going`() {
    let script = "say 1\nsay missing\nsay 2\nexpect 1 == 2\nsay 3"
    #expect(ending(script).0 == .failure)
    #expect(!ending(script).1.contains("2\n"))
    let (ending, text) = ending(script, keepsGoing: true)
    #expect(ending == .failure)
    #expect(text.hasPrefix("1\n"))
    #expect(text.contains("\n2\n"))
    #expect(text.hasSuffix("\n3"))
  }

  @Test func `a script with an error anywhere runs nothing`() {
    let (ending, text) = ending("say 1\nrelu\n")
    #expect(ending == .failure)
    #expect(text.hasPrefix("t.pw:2:1: error: "))
  }

  @Test func `every error of reading is told at once`() {
    let (_, text) = ending("relu\nx = 3\n(1 + \n")
    #expect(text.components(separatedBy: "error: ").count == 3)
  }

  @Test func `an open bracket at the end of a file is told at the bracket`() {
    #expect(
      ending("x = 1\ny = [1 2").1 == """
        t.pw:2:5: error: `[` is never closed
            2 | y = [1 2
              |     ^
        """)
  }

  @Test(arguments: [
    ("x = 1\nx\n", "> x = 1\n> x\n1"), ("1; 2", "> 1; 2\n2"),
    ("x = (1 +\n2)\nsay 1", "> x = (1 +\n> 2)\n> say 1\n1"),
    ("# a remark\n\nsay 1 # and another", "> say 1 # and another\n1"),
  ])
  func `lines are echoed before their results`(_ script: String, _ expected: String) {
    let sitting = Sitting()
    sitting.session.echoesLines = true
    #expect(sitting.running(script) == expected)
  }

  @Test func `nothing is elided where nobody measured the screen`() {
    let console = CapturingConsole(width: nil, height: nil)
    let session = Session(console: console)
    _ = session.runScript(.init(name: "", text: "zeros 1x200"))
    #expect(console.take().split(separator: "\n").allSatisfy { $0.count > 400 })
  }

  @Test func `a script keeps no transcript until it records`() {
    let sitting = Sitting()
    _ = sitting.running("say 1\nx = 2\nx")
    #expect(sitting.session.transcript.entries.isEmpty)
  }
}
