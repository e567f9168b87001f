import Language
import Provenance
import Rendering

extension Verb {
  static let vars = Verb(
    "vars", .session, "the names that have a value",
    examples: [
      VerbExample(
        "a = 3; k = [1 2; 3 4]; vars",
        output: """
          a: scalar f64  3
          k: 2x2 f64  [1, 4]  mean 2.5
          """)
    ],
    synonyms: ["who", "whos", "ls", "names", "variables"],
    .command { arguments in
      let session = arguments.session
      let bound = session.names.bound
      if bound.isEmpty { return }
      try session.present { context in
        try bound.map { try SummaryLine.text(of: $0.node.value.source, named: $0.name, context) }
          .joined(separator: "\n")
      }
    })
}
