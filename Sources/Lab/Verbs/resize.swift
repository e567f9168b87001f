import Language
import Provenance
import Tensors

extension Verb {
  static let resize = Verb(
    "resize", .shaping, "pictures brought to another size",
    operands: [.x, OperandSignature("size", .shape, summary: "rows×columns")],
    options: [
      OptionSignature(
        "kind", .words(of: Interpolation.self), default: "nearest",
        summary: "the nearest pixel, or a mean of the four around")
    ],
    examples: [
      VerbExample(
        "resize [1 2; 3 4] 4x4",
        output: """
            | 0  1  2  3
          --+-----------
          0 | 1  1  2  2
          1 | 1  1  2  2
          2 | 3  3  4  4
          3 | 3  3  4  4
          """),
      VerbExample(
        "resize [0 4; 8 12] 2x4 kind=bilinear",
        output: """
            |  0   1   2   3
          --+---------------
          0 |  0   1   3   4
          1 |  8   9  11  12
          """),
    ],
    synonyms: ["interpolate", "upsample", "rescale"],
    .operation { arguments in
      ResizeOperation(
        try arguments.extent(1), Interpolation(rawValue: arguments.word("kind")) ?? .nearest)
    })
}
