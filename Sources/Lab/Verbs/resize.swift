import Language
import Provenance
import Tensors

extension Verb {
  static let resize = Verb(
    "resize", .shaping, "pictures brought to another size",
    operands: [.x, OperandSignature("size", .shape, summary: "rows×columns")],
    options: [
      OptionSignature(
        "kind", .words(Interpolation.allCases.map(\.rawValue)), default: "nearest",
        summary: "the nearest pixel, or a mean of the four around")
    ],
    examples: [
      VerbExample("resize [1 2; 3 4] 4x4", output: ""),
      VerbExample("resize [0 4] 1x4 kind=bilinear", output: ""),
    ],
    .operation { arguments in
      ResizeOperation(
        try arguments.extent(1), Interpolation(rawValue: arguments.word("kind")) ?? .nearest)
    })
}
