import Language

extension Verb {
  static let drop = Verb(
    "drop", .session, "forgets names",
    operands: [OperandSignature("x", .name, .oneOrMore, summary: "the names")],
    examples: [
      VerbExample(
        "a = 3; b = 4; drop a; vars",
        output: "b: scalar f64  4")
    ],
    synonyms: ["del", "delete", "rm"],
    .command { arguments in
      let bound = try (0..<arguments.count).map { try arguments.binding($0).name }
      for name in bound { arguments.session.names.drop(name) }
    })
}
