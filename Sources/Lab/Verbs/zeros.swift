import Language
import Provenance
import Tensors

extension Verb {
  static let zeros = Verb(
    "zeros", .making, "a value of zeros", operands: [.shape],
    examples: [VerbExample("zeros 2x3", output: "")],
    .value { arguments in
      Node(try Tensor(arguments.shape(0), arguments.elementType, filledWith: 0))
    })
}
