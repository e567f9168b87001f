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
    examples: [],
    .operation { arguments in
      MeanSquaredErrorOperation(takesMean: arguments.word("reduce") == "mean")
    })
}
