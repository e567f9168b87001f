import Language
import Provenance
import Rendering

extension Verb {
  static let vars = Verb(
    "vars", .session, "the names that have a value",
    examples: [VerbExample("a = 3; k = [1 2; 3 4]; vars", output: "")],
    .command { arguments in
      let session = arguments.session
      session.write(
        session.names.bound.map { SummaryLine.text(of: $0.node.value.source, named: $0.name) })
    })
}
