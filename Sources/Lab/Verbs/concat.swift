import Language
import Provenance

extension Verb {
  static let concat = Verb(
    "concat", .shaping, "values one behind the other along an axis",
    operands: [
      OperandSignature("x", .value, .oneOrMore, summary: "values alike but along the axis")
    ],
    options: [OptionSignature("axis", .integer, default: "0", summary: "where they are joined")],
    examples: [
      VerbExample(
        "concat [1 2] [3 4 5]",
        output: """
          0  1  2  3  4
          -------------
          1  2  3  4  5
          """),
      VerbExample(
        "concat [1 2; 3 4] [5; 6] axis=1",
        output: """
            | 0  1  2
          --+--------
          0 | 1  2  5
          1 | 3  4  6
          """),
    ],
    synonyms: ["concatenate", "stack", "cat", "hstack", "vstack"],
    .operation { arguments in ConcatenateOperation(axis: try arguments.integer("axis") ?? 0) })
}
