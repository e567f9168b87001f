import Language
import Provenance

extension Verb {
  static let mean = Verb(
    "mean", .arithmetic, "the mean of the cells, or along axes", operands: [.x],
    options: [.axis(summary: "the axes that go; all if none is given")],
    examples: [
      VerbExample(
        "mean [1 2; 3 4]",
        output: "2.5"),
      VerbExample(
        "mean [1 2; 3 4] axis=0",
        output: """
          0  1
          ----
          2  3
          """),
    ],
    .operation { arguments in ReduceOperation(.mean, axes: try arguments.integers("axis")) })
}
