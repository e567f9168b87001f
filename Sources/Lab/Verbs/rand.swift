import Language
import Provenance
import Tensors

extension Verb {
  static let rand = Verb(
    "rand", .making, "random numbers from 0 to before 1", operands: [.shape],
    examples: [
      VerbExample(
        "seed 1; rand 2x3",
        output: """
            |      0       1       2
          --+-----------------------
          0 | 0.8116  0.7471  0.1002
          1 | 0.7462  0.1847  0.5905
          """)
    ],
    synonyms: ["random", "uniform"],
    .value { arguments in
      Node(
        try .uniform(
          arguments.shape(0), arguments.elementType, using: &arguments.session.random))
    })
}
