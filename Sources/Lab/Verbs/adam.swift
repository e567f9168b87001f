import Language
import Provenance

extension Verb {
  static let adam = Verb(
    "adam", .gradients, "moves names against their gradients by Adam's rule (Kingma and Ba, 2015)",
    operands: [
      OperandSignature("k", .name, .oneOrMore, summary: "names that the value depends on")
    ],
    options: [
      OptionSignature("lr", .number, default: "0.001", summary: "the learning rate"),
      OptionSignature(
        "betas", .indexList, summary: "how much the means keep: betas=0.9,0.999 unless given"),
      OptionSignature("eps", .number, default: "1e-8", summary: "keeps the divisor from 0"),
    ],
    examples: [
      VerbExample(
        "w = [1 -2];\nrepeat 3\n  loss = sum (w ^ 2);\n  backward loss\n  adam w lr=0.5\nend\nshow w",
        output: """
                0        1
          ----------------
          -0.3359  -0.5370
          """)
    ],
    role: .descent,
    .command { arguments in
      try arguments.optimize(with: arguments.once { try arguments.adam })
    })
}

extension Arguments {
  /// Adam's rule as the options want it.
  fileprivate var adam: Adam {
    get throws {
      let betas = try numbers("betas") ?? [0.9, 0.999]
      guard betas.count == 2, betas.allSatisfy({ (0..<1).contains($0) }) else {
        throw Explanation(
          "`betas` takes two numbers from 0 to below 1", role: "betas", help: "betas=0.9,0.999")
      }
      return Adam(
        rate: try number("lr") ?? 0, meanDecay: betas[0], squareDecay: betas[1],
        epsilon: try number("eps") ?? 0)
    }
  }
}
