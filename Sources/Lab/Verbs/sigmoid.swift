import Kernels
import Language
import Provenance

extension Verb {
  static let sigmoid = Verb(
    "sigmoid", .arithmetic, "1 / (1 + e^-x) of each cell", operands: [.x],
    examples: [
      VerbExample(
        "sigmoid [-1 0 1]",
        output: """
               0       1       2
          ----------------------
          0.2689     0.5  0.7311
          """)
    ],
    .operation { _ in UnaryOperation(.sigmoid) })
}
