import Language
import Provenance
import Tensors

extension Verb {
  static let blobs = Verb(
    "blobs", .making, "test pictures: a sinusoid background with discs on it",
    operands: [.shape],
    examples: [VerbExample("seed 1; show (blobs 12x24) as=heat", output: "")],
    .value { arguments in
      Node(
        try .blobs(
          arguments.shape(0), arguments.elementType, using: &arguments.session.random))
    })
}
