import Language
import Provenance
import Tensors

extension Verb {
  static let ones = Verb(
    "ones", .making, "a value of ones", operands: [.shape],
    examples: [
      VerbExample(
        "ones 2x3",
        output: """
            | 0  1  2
          --+--------
          0 | 1  1  1
          1 | 1  1  1
          """)
    ],
    .value { arguments in
      Node(try Tensor(arguments.shape(0), arguments.elementType, filledWith: 1))
    })
}
