import Files
import Language

extension Verb {
  static let run = Verb(
    "run", .files, "runs a script; name=value gives its parameters",
    operands: [OperandSignature("name", .file, summary: "a script, such as \"samples/tour.pw\"")],
    synonyms: ["source", "import", "exec"],
    takesFreeOptions: true, runsFile: true,
    .command { arguments in
      try arguments.session.runFile(
        arguments.text(0) ?? "", parameters: try arguments.freeOptions())
    })
}
