import Language
import Provenance

extension Verb {
  static let max = Verb(
    "max", .arithmetic, "the largest cell, or the largest along axes", operands: [.x],
    options: [.axis(summary: "the axes that go; all if none is given")],
    examples: [
      VerbExample(
        "max [1 2; 3 4]",
        output: "4"),
      VerbExample(
        "max [1 2; 3 4] axis=0",
        output: """
          0  1
          ----
          3  4
          """),
    ],
    .operation { arguments in ReduceOperation(.max, axes: try arguments.integers("axis")) })
}
