import Language
import Provenance

extension Verb {
  static let transpose = Verb(
    "transpose", .shaping, "the last two axes swapped",
    operands: [.x],
    examples: [
      VerbExample(
        "transpose [1 2 3; 4 5 6]",
        output: """
            | 0  1
          --+-----
          0 | 1  4
          1 | 2  5
          2 | 3  6
          """)
    ],
    .operation { _ in PermuteOperation(nil) })
}
