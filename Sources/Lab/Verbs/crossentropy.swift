import Language
import Provenance

extension Verb {
  static let crossentropy = Verb(
    "crossentropy", .arithmetic,
    "how far the softmax of scores is from the labels, a mean over rows",
    operands: [
      OperandSignature("scores", .value, summary: "a row a picture, a column a class"),
      OperandSignature("labels", .value, summary: "a whole number a row, or rows of onehot"),
    ],
    examples: [],
    .operation { _ in CrossEntropyOperation() })
}
