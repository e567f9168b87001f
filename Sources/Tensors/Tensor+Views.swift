import Kernels

extension Tensor {
  /// A view with the dimensions rearranged: dimension `axes[i]` becomes dimension `i`.
  ///
  /// - Throws: `TensorError.permutation` if the axes are not a rearrangement.
  public func permuted(_ axes: [Int]) throws(TensorError) -> Tensor {
    let rank = shape.rank
    guard axes.count == rank, Set(axes) == Set(0..<rank) else {
      throw .permutation(axes, rank: rank)
    }
    var newStrides = SIMD8<Int>.zero
    for (axis, old) in axes.enumerated() { newStrides[axis] = strides[old] }
    return Tensor(
      viewing: storage, offset: offset, shape: try Shape(axes.map { shape[$0] }),
      strides: newStrides)
  }

  /// A view with the last two dimensions swapped; the tensor itself if it has fewer than two.
  public func transposed() throws(TensorError) -> Tensor {
    guard shape.rank >= 2 else { return self }
    var axes = Array(0..<shape.rank)
    axes.swapAt(shape.rank - 1, shape.rank - 2)
    return try permuted(axes)
  }

  /// A view that runs backwards along the given axes.
  public func flipped(_ axes: [Int]) throws(TensorError) -> Tensor {
    var newStrides = strides
    var newOffset = offset
    for axis in try resolved(axes) where shape[axis] > 0 {
      newOffset += (shape[axis] - 1) * strides[axis]
      newStrides[axis] = -strides[axis]
    }
    return Tensor(viewing: storage, offset: newOffset, shape: shape, strides: newStrides)
  }

  /// The same cells in row-major order in another shape: a view of a contiguous tensor, else a copy.
  ///
  /// - Parameter lengths: the new lengths; one of them may be -1, to be worked out.
  /// - Throws: `TensorError.reshape` if the number of cells differs.
  public func reshaped(_ lengths: [Int]) throws(TensorError) -> Tensor {
    let open = lengths.count { $0 == -1 }
    guard open <= 1, lengths.allSatisfy({ $0 >= -1 }) else { throw .openLengths(lengths) }
    var lengths = lengths
    if let place = lengths.firstIndex(of: -1) {
      lengths[place] = 1
      let known = try Shape(lengths).count
      guard known > 0, shape.count % known == 0 else {
        lengths[place] = -1
        throw .reshape(shape, lengths)
      }
      lengths[place] = shape.count / known
    }
    return try reshaped(Shape(lengths))
  }

  /// The same cells in row-major order in another shape of as many cells.
  public func reshaped(_ shape: Shape) throws(TensorError) -> Tensor {
    guard shape.count == self.shape.count else { throw .reshape(self.shape, shape.lengths) }
    let block = try contiguous()
    return Tensor(
      viewing: block.storage, offset: block.offset, shape: shape, strides: shape.rowMajorStrides)
  }

  /// A view of the cells the items keep, one item a dimension from the first; the rest is whole.
  ///
  /// A negative index or bound counts from the dimension's end.
  ///
  /// - Throws: `TensorError` naming the index or bound that is out of range.
  public func sliced(_ items: [SliceItem]) throws(TensorError) -> Tensor {
    guard items.count <= shape.rank else { throw .tooManyIndices(items.count, shape) }
    let (sizes, strides) = (shape.sizes, strides)
    var (newSizes, newStrides, rank) = (SIMD8<Int>(repeating: 1), SIMD8<Int>.zero, 0)
    var newOffset = offset
    for axis in 0..<shape.rank {
      let item = axis < items.count ? items[axis] : .all
      let kept = try item.kept(axis: axis, length: sizes[axis])
      if kept.count > 0 { newOffset += kept.first * strides[axis] }
      if case .at = item { continue }
      newStrides[rank] = strides[axis] * kept.step
      newSizes[rank] = kept.count
      rank += 1
    }
    return Tensor(
      viewing: storage, offset: newOffset, shape: try Shape(newSizes, rank: rank),
      strides: newStrides)
  }

  /// A view that repeats cells along dimensions of length 1 and along new leading dimensions.
  ///
  /// - Throws: `TensorError.notBroadcastable` if another length differs.
  public func broadcast(to target: Shape) throws(TensorError) -> Tensor {
    if shape == target { return self }
    let shift = target.rank - shape.rank
    guard shift >= 0 else { throw .notBroadcastable(shape, target, axis: 0) }
    let strides = strides
    var newStrides = SIMD8<Int>.zero
    for axis in 0..<shape.rank where shape[axis] != 1 || target[axis + shift] == 1 {
      guard shape[axis] == target[axis + shift] else {
        throw .notBroadcastable(shape, target, axis: axis + shift)
      }
      newStrides[axis + shift] = strides[axis]
    }
    return Tensor(viewing: storage, offset: offset, shape: target, strides: newStrides)
  }

  /// Axes counted from the front; a negative one counts from the back.
  ///
  /// - Throws: `TensorError` if one does not exist or comes twice.
  public func resolved(_ axes: [Int]) throws(TensorError) -> [Int] {
    var seen: [Int] = []
    for axis in axes {
      let resolved = shape.fromFront(axis)
      guard resolved >= 0, resolved < shape.rank else { throw .axis(axis, rank: shape.rank) }
      guard !seen.contains(resolved) else { throw .repeatedAxis(axis) }
      seen.append(resolved)
    }
    return seen
  }
}

extension Shape {
  /// An axis counted from the front; a negative one counts from the back. It may not exist.
  public func fromFront(_ axis: Int) -> Int { axis < 0 ? axis + rank : axis }

  /// The shape two operands are broadcast to.
  ///
  /// - Throws: `TensorError.notBroadcastable` where two lengths differ and neither is 1.
  public static func broadcast(_ left: Shape, _ right: Shape) throws(TensorError) -> Shape {
    if left == right { return left }
    if right.rank == 0 { return left }
    if left.rank == 0 { return right }
    let rank = max(left.rank, right.rank)
    let (a, b) = (left.sizes(inRank: rank), right.sizes(inRank: rank))
    var sizes = a
    for axis in 0..<rank where a[axis] != b[axis] {
      guard a[axis] == 1 || b[axis] == 1 else {
        throw .notBroadcastable(left, right, axis: axis)
      }
      if a[axis] == 1 { sizes[axis] = b[axis] }
    }
    return try Shape(sizes, rank: rank)
  }

  /// The lengths with dimensions of length 1 before them, up to a rank.
  private func sizes(inRank rank: Int) -> SIMD8<Int> {
    var sizes = SIMD8<Int>(repeating: 1)
    for axis in 0..<self.rank { sizes[axis + rank - self.rank] = self.sizes[axis] }
    return sizes
  }
}
