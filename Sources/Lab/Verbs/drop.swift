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
      let session = arguments.session
      let bound = try (0..<arguments.count).map {
        session.name(of: try arguments.binding($0).target)
      }
      for name in bound { session.names.drop(name) }
    })
}
