public import Kernels

extension Tensor {
  /// One cell for all cells along the given axes; over all axes if none is given.
  ///
  /// - Parameters:
  ///   - kind: what is made of them; `argmax` gives f64 whole numbers, the row-major place among the
  ///     reduced cells.
  ///   - axes: what is reduced; negative ones count from the back.
  ///   - keepsAxes: whether a reduced axis stays with length 1 rather than going.
  /// - Throws: `TensorError.emptyReduction` for an extreme of no cells.
  public func reduced(
    _ kind: ReductionKind, axes: [Int]? = nil, keepsAxes: Bool = false
  ) throws(TensorError) -> Tensor {
    let axes = try axes.map { (list) throws(TensorError) in try resolved(list) }
    let isReduced = (0..<shape.rank).map { axes?.contains($0) ?? true }
    let kept = try selecting { !isReduced[$0] }
    let reduced = try selecting { isReduced[$0] }
    if kind != .sum, reduced.shape.count == 0 {
      throw .emptyReduction(kind, shape, axis: isReduced.firstIndex(of: true))
    }
    let result = try Tensor.uninitialized(kept.shape, kind == .argmax ? .f64 : elementType)
    try interruptible { () throws(Interrupted) in
      try Reduction.reduce(kind, kept: kept.cells, reduced: reduced.cells, into: result.cells)
    }
    guard keepsAxes else { return result }
    return try result.reshaped(
      Shape((0..<shape.rank).map { isReduced[$0] ? 1 : shape[$0] }))
  }

  /// The mean along the given axes, or of all cells.
  public func mean(axes: [Int]? = nil, keepsAxes: Bool = false) throws(TensorError) -> Tensor {
    let sum = try reduced(.sum, axes: axes, keepsAxes: keepsAxes)
    let count = sum.shape.count == 0 ? 1 : Double(shape.count) / Double(sum.shape.count)
    return try .combine(.divide, sum, Tensor(count, elementType))
  }

  /// A view at index 0 of the axes that are left out.
  private func selecting(_ isSelected: (Int) -> Bool) throws(TensorError) -> Tensor {
    let axes = (0..<shape.rank).filter(isSelected)
    var newStrides = SIMD8<Int>.zero
    for (place, axis) in axes.enumerated() { newStrides[place] = strides[axis] }
    return Tensor(
      viewing: storage, offset: offset, shape: try Shape(axes.map { shape[$0] }),
      strides: newStrides)
  }
}
