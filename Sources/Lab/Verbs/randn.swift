import Language
import Provenance
import Tensors

extension Verb {
  static let randn = Verb(
    "randn", .making, "random numbers of the standard normal distribution", operands: [.shape],
    examples: [
      VerbExample(
        "seed 1; randn 2x3",
        output: """
            |      0       1       2
          --+-----------------------
          0 |  0.750   0.595  -0.427
          1 |  0.263  -1.248   0.358
          """)
    ],
    synonyms: ["normal", "gaussian"],
    .value { arguments in
      Node(
        try .normal(
          arguments.shape(0), arguments.elementType, using: &arguments.session.random))
    })
}
