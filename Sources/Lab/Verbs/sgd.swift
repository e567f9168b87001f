import Language
import Provenance

extension Verb {
  static let sgd = Verb(
    "sgd", .gradients, "moves names against their gradients: gradient descent, with momentum",
    operands: [
      OperandSignature("k", .name, .oneOrMore, summary: "names that the value depends on")
    ],
    options: [
      OptionSignature("lr", .number, default: "0.01", summary: "the learning rate"),
      OptionSignature(
        "momentum", .number, default: "0", summary: "how much of the last direction is kept"),
    ],
    examples: [
      VerbExample(
        "w = [1 -2];\nrepeat 3\n  loss = sum (w ^ 2);\n  backward loss\n  sgd w lr=0.25\nend\nshow w",
        output: """
              0      1
          ------------
          0.125  -0.25
          """)
    ],
    role: .descent,
    .command { arguments in
      try arguments.optimize(
        with: arguments.once {
          GradientDescent(
            rate: try arguments.number("lr") ?? 0, momentum: try arguments.number("momentum") ?? 0)
        })
    })
}
