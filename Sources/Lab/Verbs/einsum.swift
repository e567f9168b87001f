import Language
import Provenance

extension Verb {
  static let einsum = Verb(
    "einsum", .arithmetic, "sums of products, each axis a letter",
    operands: [
      OperandSignature("formula", .text, summary: "the letters of each operand and of the result"),
      OperandSignature("x", .value, .oneOrMore, summary: "one or two operands"),
    ],
    examples: [
      VerbExample(
        "einsum \"ij,jk->ik\" [1 2; 3 4] [1 0; 0 2]",
        output: """
            | 0  1
          --+-----
          0 | 1  4
          1 | 3  8
          """),
      VerbExample(
        "einsum \"ii\" [1 2; 3 4]",
        output: "5"),
    ],
    .operation { arguments in try EinsumOperation(arguments.text(0) ?? "") })
}
