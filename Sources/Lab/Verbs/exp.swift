import Kernels
import Language
import Provenance

extension Verb {
  static let exp = Verb(
    "exp", .arithmetic, "e to the power of each cell", operands: [.x],
    examples: [VerbExample("exp [0 1]", output: "")],
    .operation { _ in UnaryOperation(.exp) })
}
