import Language
import Provenance

extension Verb {
  static let permute = Verb(
    "permute", .shaping, "the axes in another order",
    operands: [
      .x, OperandSignature("axes", .shape, summary: "the old place of each new axis: [0, 2, 3, 1]"),
    ],
    examples: [
      VerbExample(
        "shape (permute (zeros 1x3x4x5) [0, 2, 3, 1])",
        output: "1x4x5x3")
    ],
    synonyms: ["swapaxes", "moveaxis"],
    .operation { arguments in PermuteOperation(try arguments.lengths(1)) })
}
