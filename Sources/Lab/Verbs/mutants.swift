import Language
import Provenance
import Rendering

extension Verb {
  static let mutants = Verb(
    "mutants", .gradients,
    "which mistakes in backward code a gradient check of this conv or pool would catch",
    operands: [OperandSignature("y", .value, summary: "a value that conv or pool made")],
    examples: [],
    .command { arguments in
      let trial = try MutantTrial(of: try arguments.node(0))
      let outcomes = try trial.mutants.map { ($0, try trial.outcome(of: $0)) }
      let session = arguments.session
      let title = session.source.text(arguments.expression(0).span)
      session.present {
        MutantTable.document(of: outcomes, value: title, $0).text($0)
      }
    })
}
