import Kernels
import Language
import Provenance

extension Verb {
  static let relu = Verb(
    "relu", .arithmetic, "the cells above 0, and 0 for the others", operands: [.x],
    examples: [
      VerbExample(
        "relu [-1 0 2]",
        output: """
          0  1  2
          -------
          0  0  2
          """)
    ],
    .operation { _ in UnaryOperation(.relu) })
}
