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
    examples: [
      VerbExample(
        "crossentropy [2 0; 0 1] [0 1]",
        output: "0.2200948493"),
      VerbExample(
        "crossentropy [2 0; 0 1] [1 0; 0 1]",
        output: "0.2200948493"),
    ],
    synonyms: ["cross_entropy", "nll"],
    remark: { operands in
      operands[0].origin?.operation is SoftmaxOperation
        ? "crossentropy takes the softmax of its scores itself, and these are a softmax already"
        : nil
    },
    .operation { _ in CrossEntropyOperation() })
}
