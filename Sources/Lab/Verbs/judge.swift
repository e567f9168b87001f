import Convolution
import Language
import Provenance
import Rendering

extension Verb {
  static let judge = Verb(
    "judge", .gradients, "the smallest test of a backward pass that catches every one of `mutants`",
    operands: [
      OperandSignature(
        "y", .value, .optional, summary: "a value that conv or pool made; conv if none is given")
    ],
    examples: [],
    .command { arguments in
      let subject = arguments.count > 0 ? try Judge.Subject(of: arguments.node(0)) : .convolution
      let session = arguments.session
      guard let verdict = try Judge(of: subject).smallest() else {
        throw Explanation("no test of a few pixels catches all")
      }
      session.write(
        ["# \(verdict.products) products catch all \(verdict.caught) mutants:"] + verdict.lines
          + ["mutants y"])
    })
}

extension Judge.Subject {
  /// What made a value.
  fileprivate init(of node: Node) throws {
    guard let origin = node.origin else { throw ProvenanceError.leaf(node.value.shape) }
    switch origin.operation {
    case is ConvolutionOperation: self = .convolution
    case let pool as PoolOperation: self = pool.pool.kind == .max ? .maxPool : .meanPool
    default: throw ProvenanceError.noMutants(verb: origin.operation.verb)
    }
  }
}
