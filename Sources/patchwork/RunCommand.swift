public import ArgumentParser
public import Terminal

/// `patchwork FILE.pw … name=value …`: scripts, lines, or the prompt.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run scripts, or start the prompt.")

  @Argument(
    help: ArgumentHelp(
      "Scripts to run, and values for their parameters.", valueName: "file.pw|name=value"),
    completion: .file(extensions: ["pw"]))
  var inputs: [String] = []

  @Flag(name: .customShort("i"), help: "Stay at the prompt afterwards.")
  var stays = false

  @Option(
    name: .customShort("c"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Run these lines; may be given several times.", valueName: "lines"))
  var lines: [String] = []

  @Flag(help: "Go on after a line that failed.")
  var keepGoing = false

  @Option(help: "The most one result may take; half of the machine's memory by default.")
  var memory: MemorySize?

  @Option(help: "Whether to use colour.")
  var color: ColorChoice = .auto

  @Option(help: "Columns to draw in; the terminal's by default.")
  var width: Int?

  @Flag(help: "Print each line before its results.")
  var echo = false

  func validate() throws {
    if let misuse = LaunchInputs(inputs).misuse { throw ValidationError(misuse) }
    if let width, !Launch.widths.contains(width) {
      throw ValidationError(
        "--width takes \(Launch.widths.lowerBound) to \(Launch.widths.upperBound) columns.")
    }
  }

  func run() throws {
    let inputs = LaunchInputs(inputs)
    let launch = Launch(
      files: inputs.files, parameters: inputs.parameters, lines: lines, staysAtPrompt: stays,
      keepsGoing: keepGoing, memoryLimit: memory?.bytes, color: color, width: width, echoes: echo)
    throw ExitCode(launch.run())
  }
}

extension ColorChoice: ExpressibleByArgument {}
