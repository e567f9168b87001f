import Foundation
import TestFolders
import Testing

/// The executable, run as a shell would.
@Suite struct CommandLineTests {
  private let files: TemporaryFolder
  private var folder: String { files.path }

  init() throws { files = try TemporaryFolder() }

  private final class Place {}

  /// The program, which is built beside the tests.
  private static let executable: URL = {
    let bundle = Bundle(for: Place.self).bundleURL
    // On macOS the tests are a bundle in that folder, elsewhere the folder itself is told.
    let folder = bundle.pathExtension == "xctest" ? bundle.deletingLastPathComponent() : bundle
    return folder.appendingPathComponent("patchwork")
  }()

  private struct Outcome: Equatable {
    var code: Int32
    var results: String
    var diagnostics: String
  }

  private func write(_ text: String, to name: String) throws {
    try files.write(text, to: name)
  }

  /// Runs the program in the folder, with this text as its standard input.
  private func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try write(input, to: "input")
    let output = ["results", "diagnostics"].map { "\(folder)/\($0)" }
    for path in output { try Data().write(to: URL(filePath: path)) }
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: "\(folder)/input"))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output[0]))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: output[1]))
    try process.run()
    process.waitUntilExit()
    let texts = try output.map { try String(contentsOfFile: $0, encoding: .utf8) }
    return Outcome(code: process.terminationStatus, results: texts[0], diagnostics: texts[1])
  }

  @Test func `every -c is run, in order, in one session`() throws {
    #expect(
      try run("-c", "a = 1", "-c", "-a", "-c", "a + 1")
        == Outcome(code: 0, results: "-1\n2\n", diagnostics: ""))
  }

  @Test func `the first -c that fails is the last`() throws {
    let outcome = try run("-c", "missing", "-c", "say 2")
    #expect(outcome.code == 1)
    #expect(outcome.results == "")
    #expect(try run("--keep-going", "-c", "missing", "-c", "say 2").results == "2\n")
  }

  @Test func `nothing runs when a script is missing, and all that are missing are told`() throws {
    try write("say 1", to: "here.pw")
    #expect(
      try run("here.pw", "none.pw", "nil.pw")
        == Outcome(
          code: 1, results: "",
          diagnostics: "error: none.pw: no such file\nerror: nil.pw: no such file\n"))
  }

  @Test(arguments: [["n = 3"], ["n", "=", "3"], ["README.md"]])
  func `wrong usage is noticed before anything runs`(_ inputs: [String]) throws {
    try write("say 1", to: "here.pw")
    let outcome =
      inputs.count == 1
      ? try run("here.pw", inputs[0]) : try run("here.pw", inputs[0], inputs[1], inputs[2])
    #expect(outcome.code == 64)
    #expect(outcome.results == "")
    #expect(
      outcome.diagnostics.hasPrefix(
        inputs[0] == "README.md"
          ? "Error: README.md is Markdown: `patchwork check README.md` replays its blocks.\n"
          : "Error: A parameter is written without spaces: n=3\n"))
  }

  @Test(arguments: [
    ("epohcs=5", "error: no `param epohcs` in s.pw; did you mean `epochs`?\n"),
    ("q=5", "error: no `param q` in s.pw, only epochs, rate\n"),
  ])
  func `a parameter that no script asks for is told before anything runs`(
    _ parameter: String, _ diagnostics: String
  ) throws {
    try write("param rate = 0.1\n", to: "rate.pw")
    try write("run \"rate.pw\"\nparam epochs = 3\nsay epochs rate\n", to: "s.pw")
    #expect(
      try run("s.pw", parameter) == Outcome(code: 64, results: "", diagnostics: diagnostics))
    #expect(
      try run("s.pw", "rate=2", "epochs=1") == Outcome(code: 0, results: "1 2\n", diagnostics: ""))
  }

  @Test func `a parameter of a piped script and of several scripts is told too`() throws {
    #expect(
      try run("n=3", input: "say 1")
        == Outcome(
          code: 64, results: "", diagnostics: "error: no `param n` in stdin, nor any other\n"))
    #expect(
      try run("-c", "param a = 1", "-c", "param b = 1", "n=3")
        == Outcome(
          code: 64, results: "", diagnostics: "error: no `param n` in these scripts, only a, b\n"))
    #expect(try run("-c", "param a = 1", "-c", "say a", "a=3").results == "3\n")
  }

  @Test func `a piped session is recorded from its first line`() throws {
    #expect(try run(input: "x = 3\nrecord \"a.md\"\nx + 1\n").results == "4\n")
    #expect(
      try run("check", "a.md")
        == Outcome(code: 0, results: "a.md: 2 entries, all as recorded\n", diagnostics: ""))
  }

  @Test func `a script's recording begins with the scripts before it`() throws {
    try write("x = 3", to: "a.pw")
    try write("record \"a.md\"\nx + 1", to: "b.pw")
    #expect(try run("a.pw", "b.pw").code == 0)
    #expect(try run("check", "a.md").code == 0)
  }

  @Test(arguments: [
    ("Prose.\n", "it has no block marked `patchwork`"), ("", "it has no block marked `patchwork`"),
    (
      "Prose.\n```patchwork\n1 + 1\n2\n```\n",
      "its block at line 3 has no line that starts with `> `"
    ),
  ])
  func `a check of nothing is a failure`(_ text: String, _ reason: String) throws {
    try write(text, to: "a.md")
    #expect(
      try run("check", "a.md")
        == Outcome(
          code: 1, results: "", diagnostics: "error: a.md: nothing to replay: \(reason)\n"))
  }

  @Test func `help shows what the program is called with`() throws {
    let help = try run("--help").results
    for part in ["-c '", "-i ", "n=3", "check lesson.md", "--keep-going", "--memory", "--width"] {
      #expect(help.contains(part))
    }
  }
}
