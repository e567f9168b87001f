import ArgumentParser

/// The command line: arguments in, exit code out.
@main
struct Patchwork: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patchwork",
    abstract: "An interactive lab for 2-D convolution.",
    discussion: """
      Without arguments it is a prompt; `help` there lists the verbs. With input that is not a \
      terminal, that input is a script.

        patchwork tour.pw            runs a script; several run in order
        patchwork tour.pw n=3        gives its `param n` a value
        patchwork -c 'show (eye 3)'  runs these lines; may be given several times
        patchwork -i tour.pw         stays at the prompt afterwards
        patchwork check lesson.md    replays a recorded session

      Options of `run`: --keep-going, --echo, --memory 4GiB, --width 80 and others; \
      `patchwork help run` explains them.
      """,
    version: "0.1.0",
    subcommands: [RunCommand.self, CheckCommand.self], defaultSubcommand: RunCommand.self)
}
