import Language
import Provenance
import Tensors

extension Verb {
  static let zeros = Verb(
    "zeros", .making, "a value of zeros", operands: [.shape],
    examples: [
      VerbExample(
        "zeros 2x3",
        output: """
            | 0  1  2
          --+--------
          0 | 0  0  0
          1 | 0  0  0
          """)
    ],
    .value { arguments in
      Node(try Tensor(arguments.shape(0), arguments.elementType, filledWith: 0))
    })
}
