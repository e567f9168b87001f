import Language
import Provenance
import Tensors

extension Verb {
  static let randn = Verb(
    "randn", .making, "random numbers of the standard normal distribution", operands: [.shape],
    examples: [VerbExample("seed 1; randn 2x3", output: "")],
    .value { arguments in
      let shape = try arguments.shape(0)
      let session = arguments.session
      return Node(try Tensor(shape, arguments.elementType) { session.random.normal() })
    })
}
