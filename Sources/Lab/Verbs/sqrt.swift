import Kernels
import Language
import Provenance

extension Verb {
  static let sqrt = Verb(
    "sqrt", .arithmetic, "the square root of each cell", operands: [.x],
    examples: [
      VerbExample(
        "sqrt [4 9]",
        output: """
          0  1
          ----
          2  3
          """)
    ],
    .operation { _ in UnaryOperation(.sqrt) })
}
