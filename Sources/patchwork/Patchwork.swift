import ArgumentParser

/// The command line: arguments in, exit code out.
@main
struct Patchwork: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patchwork",
    abstract: "An interactive lab for 2-D convolution.",
    discussion: """
      Without arguments it is a prompt; `help` there lists the verbs. With input that is not a
      terminal, that input is a script.
      """,
    version: "0.1.0",
    subcommands: [RunCommand.self, CheckCommand.self], defaultSubcommand: RunCommand.self)
}
