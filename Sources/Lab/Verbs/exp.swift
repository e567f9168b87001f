import Kernels
import Language
import Provenance

extension Verb {
  static let exp = Verb(
    "exp", .arithmetic, "e to the power of each cell", operands: [.x],
    examples: [
      VerbExample(
        "exp [0 1]",
        output: """
              0      1
          ------------
              1  2.718
          """)
    ],
    .operation { _ in UnaryOperation(.exp) })
}
