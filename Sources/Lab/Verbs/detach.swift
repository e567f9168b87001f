import Language
import Provenance

extension Verb {
  static let detach = Verb(
    "detach", .gradients, "the same value without a past: no gradient goes through it",
    operands: [.x], examples: [],
    .value { arguments in try arguments.node(0).detached })
}
