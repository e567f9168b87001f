import Language
import Provenance

extension Verb {
  static let softmax = Verb(
    "softmax", .arithmetic, "e^x, divided by its sum along an axis",
    operands: [.x],
    options: [OptionSignature("axis", .integer, default: "-1", summary: "the axis that sums to 1")],
    examples: [
      VerbExample(
        "softmax [1 2 3]",
        output: """
               0       1       2
          ----------------------
          0.0900  0.2447  0.6652
          """)
    ],
    .operation { arguments in SoftmaxOperation(axis: try arguments.integer("axis") ?? -1) })
}
