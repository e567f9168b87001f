import Language

extension Verb {
  static let record = Verb(
    "record", .files, "writes the session to a Markdown file that `patchwork check` replays",
    operands: [
      OperandSignature("name", .file, .optional, summary: "the file; without one, recording stops")
    ],
    options: [
      OptionSignature(
        "replace", .boolean, default: "false",
        summary: "true takes the place of a file that exists")
    ],
    .command { arguments in
      try arguments.session.record(
        to: arguments.text(0), replaces: arguments.flag("replace"))
    })
}
