import Language
import Provenance
import Tensors

extension Verb {
  static let arange = Verb(
    "arange", .making, "numbers one step apart, the end left out",
    operands: [
      OperandSignature("first", .value, summary: "the first number, or the end if it stands alone"),
      OperandSignature("end", .value, .optional, summary: "where to stop before"),
      OperandSignature("step", .value, .optional, summary: "how far apart; 1 if left out"),
    ],
    examples: [
      VerbExample(
        "arange 5",
        output: """
          0  1  2  3  4
          -------------
          0  1  2  3  4
          """),
      VerbExample(
        "reshape (arange 1 13) 3x4",
        output: """
            |  0   1   2   3
          --+---------------
          0 |  1   2   3   4
          1 |  5   6   7   8
          2 |  9  10  11  12
          """),
      VerbExample(
        "arange 0 1 0.25",
        output: """
             0     1     2     3
          ----------------------
             0  0.25   0.5  0.75
          """),
    ],
    synonyms: ["range"],
    .value { arguments in
      let first = arguments.count > 1 ? try arguments.number(0) : 0
      let end = try arguments.number(arguments.count > 1 ? 1 : 0)
      let step = arguments.count > 2 ? try arguments.number(2) : 1
      return Node(try .range(first, end, step: step, arguments.elementType))
    })
}
