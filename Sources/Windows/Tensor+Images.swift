public import Tensors

extension Tensor {
  /// The tensor as a batch N×C×H×W: a view with the dimensions it lacks put in front.
  ///
  /// - Throws: `WindowError.imageRank` if it has fewer than two dimensions or more than four.
  public func asImages() throws(WindowError) -> Tensor {
    guard (2...4).contains(shape.rank) else { throw .imageRank(shape) }
    return try tensors { () throws(TensorError) in
      try broadcast(to: Shape([Int](repeating: 1, count: 4 - shape.rank) + shape.lengths))
    }
  }
}
