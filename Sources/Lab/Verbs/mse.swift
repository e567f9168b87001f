import Language
import Provenance

extension Verb {
  static let mse = Verb(
    "mse", .arithmetic, "the mean of the squared differences",
    operands: [
      OperandSignature("a", .value, summary: "any value"),
      OperandSignature("b", .value, summary: "what it is compared with"),
    ],
    options: [
      OptionSignature(
        "reduce", .words(["mean", "sum"]), default: "mean", summary: "sum leaves out the division")
    ],
    examples: [
      VerbExample(
        "mse [1 2 3] [1 2 5]",
        output: "1.333333333"),
      VerbExample(
        "mse [1 2 3] [1 2 5] reduce=sum",
        output: "4"),
    ],
    .operation { arguments in
      MeanSquaredErrorOperation(takesMean: arguments.word("reduce") == "mean")
    })
}
