import Language
import Provenance

extension Verb {
  static let sum = Verb(
    "sum", .arithmetic, "the sum of the cells, or along axes", operands: [.x],
    options: [.axis(summary: "the axes that go; all if none is given")],
    examples: [
      VerbExample(
        "sum [1 2; 3 4]",
        output: "10"),
      VerbExample(
        "sum [1 2; 3 4] axis=0",
        output: """
          0  1
          ----
          4  6
          """),
    ],
    .operation { arguments in ReduceOperation(.sum, axes: try arguments.integers("axis")) })
}
