import Kernels
import Language
import Provenance

extension Verb {
  static let abs = Verb(
    "abs", .arithmetic, "each cell without its sign", operands: [.x],
    examples: [VerbExample("abs [-3 2]", output: "")],
    .operation { _ in UnaryOperation(.abs) })
}
