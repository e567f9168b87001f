import Language
import Provenance

extension Verb {
  static let dilate = Verb(
    "dilate", .shaping, "zeros between the rows and the columns of the last two axes",
    operands: [
      .x,
      OperandSignature(
        "steps", .shape, summary: "2 puts one zero between neighbours, 2x1 rows only"),
    ],
    examples: [
      VerbExample(
        "dilate [1 2; 3 4] 2",
        output: """
            | 0  1  2
          --+--------
          0 | 1  0  2
          1 | 0  0  0
          2 | 3  0  4
          """)
    ],
    .operation { arguments in DilateOperation(try arguments.extent(1)) })
}
