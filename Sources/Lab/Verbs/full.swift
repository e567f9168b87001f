import Language
import Provenance
import Tensors

extension Verb {
  static let full = Verb(
    "full", .making, "a value of one number throughout",
    operands: [.shape, OperandSignature("number", .value, summary: "what every cell is")],
    examples: [
      VerbExample(
        "full 2x3 7",
        output: """
            | 0  1  2
          --+--------
          0 | 7  7  7
          1 | 7  7  7
          """)
    ],
    .value { arguments in
      Node(
        try Tensor(arguments.shape(0), arguments.elementType, filledWith: arguments.number(1)))
    })
}
