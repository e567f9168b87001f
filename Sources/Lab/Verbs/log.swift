import Kernels
import Language
import Provenance

extension Verb {
  static let log = Verb(
    "log", .arithmetic, "the natural logarithm of each cell", operands: [.x],
    examples: [
      VerbExample(
        "log [1 10]",
        output: """
              0      1
          ------------
              0  2.303
          """)
    ],
    .operation { _ in UnaryOperation(.log) })
}
