import Language
import Provenance

extension Verb {
  static let flip = Verb(
    "flip", .shaping, "backwards along axes",
    operands: [.x], options: [.axis(summary: "the axes that are turned; all if none is given")],
    examples: [
      VerbExample(
        "flip [1 2; 3 4]",
        output: """
            | 0  1
          --+-----
          0 | 4  3
          1 | 2  1
          """),
      VerbExample(
        "flip [1 2; 3 4] axis=1",
        output: """
            | 0  1
          --+-----
          0 | 2  1
          1 | 4  3
          """),
    ],
    .operation { arguments in FlipOperation(axes: try arguments.integers("axis")) })
}
