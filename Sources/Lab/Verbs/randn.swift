import Language
import Provenance
import Tensors

extension Verb {
  static let randn = Verb(
    "randn", .making, "random numbers of the standard normal distribution", operands: [.shape],
    examples: [VerbExample("seed 1; randn 2x3", output: "")],
    .value { arguments in
      Node(
        try .normal(
          arguments.shape(0), arguments.elementType, using: &arguments.session.random))
    })
}
