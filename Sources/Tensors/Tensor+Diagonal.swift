import Kernels

extension Tensor {
  /// Zeros of a larger shape, with this tensor's cells on the diagonal of the axes that share a
  /// number: the transpose of the diagonal that `einsum "ii->i"` takes.
  ///
  /// - Parameter axes: for each axis of the result, which axis of this tensor it runs along.
  public func onDiagonal(_ axes: [Int]) throws(TensorError) -> Tensor {
    for axis in axes where axis < 0 || axis >= shape.rank { throw .axis(axis, rank: shape.rank) }
    let result = try Tensor(Shape(axes.map { shape[$0] }), elementType)
    var steps = SIMD8<Int>.zero
    for (place, axis) in axes.enumerated() { steps[axis] += result.strides[place] }
    let diagonal = Tensor(viewing: result.storage, offset: 0, shape: shape, strides: steps)
    try interruptible { () throws(Interrupted) in
      try Elementwise.copy(cells, into: diagonal.cells)
    }
    return result
  }
}
