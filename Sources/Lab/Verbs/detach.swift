import Language
import Provenance

extension Verb {
  static let detach = Verb(
    "detach", .gradients, "the same value without a past: no gradient goes through it",
    operands: [.x],
    examples: [
      VerbExample(
        "x = [1 2]; y = x * detach x; backward y; grad x",
        output: """
          gradients for x 2, b of * 2
          0  1
          ----
          1  2
          """)
    ],
    .value { arguments in try arguments.node(0).detached })
}
