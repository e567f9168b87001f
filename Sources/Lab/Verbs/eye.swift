import Language
import Provenance
import Tensors

extension Verb {
  static let eye = Verb(
    "eye", .making, "the identity matrix",
    operands: [OperandSignature("n", .value, summary: "rows and columns")],
    examples: [
      VerbExample(
        "eye 3",
        output: """
            | 0  1  2
          --+--------
          0 | 1  0  0
          1 | 0  1  0
          2 | 0  0  1
          """)
    ],
    synonyms: ["identity"],
    .value { arguments in Node(try .identity(arguments.amount(0), arguments.elementType)) })
}
