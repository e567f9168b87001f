import Kernels
import Language
import Provenance

extension Verb {
  static let f32 = Verb(
    "f32", .making, "the same numbers as f32", operands: [.x],
    examples: [
      VerbExample(
        "f32 (1 / 3)",
        output: "0.3333333")
    ],
    .operation { _ in ConvertOperation(.f32) })
}
