import Kernels
import Language
import Provenance

extension Verb {
  static let abs = Verb(
    "abs", .arithmetic, "each cell without its sign", operands: [.x],
    examples: [
      VerbExample(
        "abs [-3 2]",
        output: """
          0  1
          ----
          3  2
          """)
    ],
    .operation { _ in UnaryOperation(.abs) })
}
