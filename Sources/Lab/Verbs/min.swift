import Language
import Provenance

extension Verb {
  static let min = Verb(
    "min", .arithmetic, "the smallest cell, or the smallest along axes", operands: [.x],
    options: [.axis(summary: "the axes that go; all if none is given")],
    examples: [
      VerbExample(
        "min [1 2; 3 4]",
        output: "1"),
      VerbExample(
        "min [1 2; 3 4] axis=0",
        output: """
          0  1
          ----
          1  2
          """),
    ],
    .operation { arguments in ReduceOperation(.min, axes: try arguments.integers("axis")) })
}
