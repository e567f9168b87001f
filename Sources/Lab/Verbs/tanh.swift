import Kernels
import Language
import Provenance

extension Verb {
  static let tanh = Verb(
    "tanh", .arithmetic, "the hyperbolic tangent of each cell", operands: [.x],
    examples: [
      VerbExample(
        "tanh [0 1]",
        output: """
               0       1
          --------------
               0  0.7616
          """)
    ],
    .operation { _ in UnaryOperation(.tanh) })
}
