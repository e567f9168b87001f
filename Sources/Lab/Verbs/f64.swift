import Kernels
import Language
import Provenance

extension Verb {
  static let f64 = Verb(
    "f64", .making, "the same numbers as f64", operands: [.x],
    examples: [
      VerbExample(
        "f64 (1 / 3)",
        output: "0.3333333333")
    ],
    .operation { _ in ConvertOperation(.f64) })
}
