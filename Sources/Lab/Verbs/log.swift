import Kernels
import Language
import Provenance

extension Verb {
  static let log = Verb(
    "log", .arithmetic, "the natural logarithm of each cell", operands: [.x],
    examples: [VerbExample("log [1 10]", output: "")],
    .operation { _ in UnaryOperation(.log) })
}
