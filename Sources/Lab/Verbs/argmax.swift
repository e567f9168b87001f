import Kernels
import Language
import Provenance
import Tensors

extension Verb {
  static let argmax = Verb(
    "argmax", .arithmetic, "where the largest cell is, counted from 0; the first of equals",
    operands: [.x],
    options: [.axis(summary: "the axis that goes; all, in row-major order, if none is given")],
    examples: [
      VerbExample(
        "argmax [1 5 2]",
        output: "1"),
      VerbExample(
        "argmax [1 5; 7 2] axis=1",
        output: """
          0  1
          ----
          1  0
          """),
    ],
    .value { arguments in
      Node(try arguments.tensor(0).reduced(.argmax, axes: arguments.integers("axis")))
    })
}
