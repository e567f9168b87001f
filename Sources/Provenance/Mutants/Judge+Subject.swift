import Convolution

extension Judge.Subject {
  /// What made a value.
  ///
  /// - Throws: `ProvenanceError.leaf`, or `.noMutants` for a value that neither `conv` nor `pool` made.
  public init(of node: Node) throws(ProvenanceError) {
    guard let origin = node.origin else { throw .leaf(node.value.shape) }
    switch origin.operation {
    case is ConvolutionOperation: self = .convolution
    case let pool as PoolOperation: self = pool.pool.kind == .max ? .maxPool : .meanPool
    default: throw .noMutants(verb: origin.operation.verb)
    }
  }
}
