import Language
import Provenance
import Tensors

extension Verb {
  static let onehot = Verb(
    "onehot", .making, "a row a label, with a 1 in the label's column",
    operands: [
      OperandSignature("labels", .value, role: "labels", summary: "whole numbers from 0"),
      OperandSignature("classes", .value, summary: "how many columns"),
    ],
    examples: [
      VerbExample(
        "onehot [2 0 1] 3",
        output: """
            | 0  1  2
          --+--------
          0 | 0  0  1
          1 | 1  0  0
          2 | 0  1  0
          """)
    ],
    .value { arguments in Node(try arguments.tensor(0).oneHot(arguments.amount(1))) })
}
