import Language
import Tensors

extension Verb {
  static let seed = Verb(
    "seed", .making, "starts the random numbers anew: the same ones on every machine",
    operands: [OperandSignature("number", .value, summary: "a whole number")],
    examples: [
      VerbExample(
        "seed 42; rand 3",
        output: """
               0       1       2
          ----------------------
          0.8143  0.3188  0.9839
          """)
    ],
    .command { arguments in
      arguments.session.random = RandomSource(
        seed: UInt64(bitPattern: Int64(try arguments.integer(0))))
    })
}
