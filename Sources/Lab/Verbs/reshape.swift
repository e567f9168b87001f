import Language
import Provenance

extension Verb {
  static let reshape = Verb(
    "reshape", .shaping, "the same cells in row-major order in another shape",
    operands: [
      .x,
      OperandSignature(
        "shape", .shape, summary: "lengths, such as 3x4 or [-1, 4]; one may be -1, worked out"),
    ],
    examples: [
      VerbExample(
        "reshape (arange 6) 2x3",
        output: """
            | 0  1  2
          --+--------
          0 | 0  1  2
          1 | 3  4  5
          """),
      VerbExample(
        "shape (reshape (zeros 4x3x2) [-1, 6])",
        output: "4x6"),
    ],
    .operation { arguments in ReshapeOperation(try arguments.lengths(1)) })
}
