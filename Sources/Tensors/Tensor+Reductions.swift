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
    let (kept, reduced) = try views(reducing: axes)
    if kind != .sum, reduced.shape.count == 0 {
      let isReduced = try mask(of: axes)
      throw .emptyReduction(kind, shape, axis: (0..<shape.rank).first { isReduced[$0] })
    }
    let result = try Tensor.uninitialized(kept.shape, kind == .argmax ? .f64 : elementType)
    try interruptible { () throws(Interrupted) in
      try Reduction.reduce(kind, kept: kept.cells, reduced: reduced.cells, into: result.cells)
    }
    guard keepsAxes else { return result }
    return try result.reshaped(
      Shape(shape.sizes.replacing(with: 1, where: mask(of: axes)), rank: shape.rank))
  }

  /// The mean along the given axes, or of all cells.
  public func mean(axes: [Int]? = nil, keepsAxes: Bool = false) throws(TensorError) -> Tensor {
    let sum = try reduced(.sum, axes: axes, keepsAxes: keepsAxes)
    let count = sum.shape.count == 0 ? 1 : Double(shape.count) / Double(sum.shape.count)
    return try .combine(.divide, sum, Tensor(count, elementType))
  }

  /// The tensor with the given axes left out, and with all others left out.
  func views(reducing axes: [Int]?) throws(TensorError) -> (kept: Tensor, reduced: Tensor) {
    let isReduced = try mask(of: axes)
    return (try selecting(.!isReduced), try selecting(isReduced))
  }

  /// Which axes a list names; all if there is none.
  private func mask(of axes: [Int]?) throws(TensorError) -> SIMDMask<SIMD8<Int>> {
    guard let axes else { return SIMDMask(repeating: true) }
    var mask = SIMDMask<SIMD8<Int>>(repeating: false)
    for axis in try resolved(axes) { mask[axis] = true }
    return mask
  }

  /// A view at index 0 of the axes that are left out.
  private func selecting(_ isSelected: SIMDMask<SIMD8<Int>>) throws(TensorError) -> Tensor {
    let (sizes, strides) = (shape.sizes, strides)
    var (newSizes, newStrides, rank) = (SIMD8<Int>(repeating: 1), SIMD8<Int>.zero, 0)
    for axis in 0..<shape.rank where isSelected[axis] {
      newSizes[rank] = sizes[axis]
      newStrides[rank] = strides[axis]
      rank += 1
    }
    return Tensor(
      viewing: storage, offset: offset, shape: try Shape(newSizes, rank: rank),
      strides: newStrides)
  }
}
