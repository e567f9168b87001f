import Language
import Provenance
import Tensors

extension Verb {
  static let rand = Verb(
    "rand", .making, "random numbers from 0 to before 1", operands: [.shape],
    examples: [VerbExample("seed 1; rand 2x3", output: "")],
    .value { arguments in
      Node(
        try .uniform(
          arguments.shape(0), arguments.elementType, using: &arguments.session.random))
    })
}
