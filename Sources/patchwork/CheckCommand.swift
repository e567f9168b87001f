import ArgumentParser
import Terminal

/// `patchwork check FILE.md …`: replays recorded sessions.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Replay recorded sessions and compare what they print.",
    discussion: """
      In a Markdown file's blocks marked `patchwork`, lines after `> ` are typed and the rest is \
      what was printed. `[..]` matches within a line and `...` whole lines.
      """)

  @Argument(
    help: ArgumentHelp("Recorded sessions.", valueName: "file.md"),
    completion: .file(extensions: ["md"]))
  var files: [String]

  @Flag(help: "Rewrite the files with what is printed now; prose is kept.")
  var update = false

  @Option(help: "Whether to use colour.")
  var color: ColorChoice = .auto

  func run() throws {
    throw ExitCode(CheckRun(files: files, updates: update, color: color).run())
  }
}
