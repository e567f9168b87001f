import Language
import Provenance
import Tensors

extension Verb {
  static let accuracy = Verb(
    "accuracy", .arithmetic, "how often the largest score of a row is the label's",
    operands: [
      OperandSignature("scores", .value, summary: "a row a picture, a column a class"),
      OperandSignature("labels", .value, summary: "a whole number a row, or rows of onehot"),
    ],
    examples: [
      VerbExample(
        "accuracy [0.1 0.9; 0.8 0.2] [1 1]",
        output: "0.5")
    ],
    .value { arguments in
      Node(try Tensor(arguments.tensor(0).accuracy(arguments.tensor(1))))
    })
}
