import Kernels

extension Tensor {
  /// The tensor with `before` and `after` cells of one value around it, per axis.
  ///
  /// - Parameters:
  ///   - before: cells added in front, one number an axis; none may be negative.
  ///   - after: cells added behind.
  public func padded(
    before: [Int], after: [Int], with value: Double = 0
  ) throws(TensorError) -> Tensor {
    for amounts in [before, after] where amounts.count != shape.rank {
      throw .numberPerDimension(count: amounts.count, shape)
    }
    for (axis, amount) in zip(before, after).enumerated() where min(amount.0, amount.1) < 0 {
      throw .negativeLength(min(amount.0, amount.1), axis: axis)
    }
    let lengths = try Self.lengthened(shape, before, after)
    let result = try Tensor(Shape(lengths), elementType, filledWith: value)
    let inside = (0..<shape.rank).map { axis in
      SliceItem.range(before[axis], before[axis] + shape[axis], step: 1)
    }
    try copy(into: result.sliced(inside))
    return result
  }

  private static func lengthened(
    _ shape: Shape, _ before: [Int], _ after: [Int]
  ) throws(TensorError) -> [Int] {
    var lengths: [Int] = []
    for axis in 0..<shape.rank {
      let (first, overflow) = shape[axis].addingReportingOverflow(before[axis])
      let (both, overflows) = first.addingReportingOverflow(after[axis])
      guard !overflow, !overflows else {
        throw .shapeOverflows([shape[axis], before[axis], after[axis]])
      }
      lengths.append(both)
    }
    return lengths
  }

  /// The tensor with `steps[axis] - 1` zeros between neighbours along each axis.
  public func dilated(_ steps: [Int]) throws(TensorError) -> Tensor {
    guard steps.count == shape.rank else {
      throw .numberPerDimension(count: steps.count, shape)
    }
    var lengths: [Int] = []
    for axis in 0..<shape.rank {
      guard steps[axis] >= 1 else { throw .sliceStep(steps[axis], axis: axis) }
      let (span, overflow) = max(0, shape[axis] - 1).multipliedReportingOverflow(by: steps[axis])
      guard !overflow, span < Int.max else { throw .shapeOverflows([shape[axis], steps[axis]]) }
      lengths.append(shape[axis] == 0 ? 0 : span + 1)
    }
    let result = try Tensor(Shape(lengths), elementType)
    try copy(into: result.sliced(steps.map { .range(nil, nil, step: $0) }))
    return result
  }

  /// The tensors one behind the other along an axis.
  ///
  /// - Throws: `TensorError.concatenate` if another length differs.
  public static func concatenated(_ parts: [Tensor], axis: Int) throws(TensorError) -> Tensor {
    guard let first = parts.first else { throw .concatenateNothing }
    guard first.shape.rank > 0 else { throw .axis(axis, rank: 0) }
    let axis = try first.resolved([axis])[0]
    var lengths = first.shape.lengths
    var type = first.elementType
    lengths[axis] = 0
    for part in parts {
      guard part.shape.rank == first.shape.rank,
        (0..<part.shape.rank).allSatisfy({ $0 == axis || part.shape[$0] == first.shape[$0] })
      else { throw .concatenate(first.shape, part.shape, axis: axis) }
      // Shapes of no cells can have lengths near the largest number.
      let (sum, overflows) = lengths[axis].addingReportingOverflow(part.shape[axis])
      guard !overflows else { throw .shapeOverflows([lengths[axis], part.shape[axis]]) }
      lengths[axis] = sum
      type = .promoted(type, part.elementType)
    }
    let result = try Tensor.uninitialized(Shape(lengths), type)
    var start = 0
    for part in parts {
      var items = [SliceItem](repeating: .all, count: lengths.count)
      items[axis] = .range(start, start + part.shape[axis], step: 1)
      try part.copy(into: result.sliced(items))
      start += part.shape[axis]
    }
    return result
  }

  /// The slices at the given places along the first axis, in that order.
  public func gathered(_ places: [Int]) throws(TensorError) -> Tensor {
    guard shape.rank > 0 else { throw .axis(0, rank: 0) }
    var lengths = shape.lengths
    lengths[0] = places.count
    let result = try Tensor.uninitialized(Shape(lengths), elementType)
    for (target, place) in places.enumerated() {
      try sliced([.at(place)]).copy(into: result.sliced([.at(target)]))
    }
    return result
  }

  /// A copy with the cells the items keep replaced by those of `part`, broadcast to their shape.
  public func replacing(_ items: [SliceItem], with part: Tensor) throws(TensorError) -> Tensor {
    let result = try copied(to: elementType)
    let target = try result.sliced(items)
    try part.broadcast(to: target.shape).copy(into: target)
    return result
  }

  /// Replaces the cells that the items keep where they lie, unless another tensor shares the block.
  ///
  /// - Parameter part: of the kept cells' shape or broadcast to it.
  /// - Returns: the cells as they were; nil if nothing was replaced.
  /// - Throws: `TensorError` if an index is out of range or the part does not fit.
  public mutating func replaceUnlessShared(
    _ items: [SliceItem], with part: Tensor
  ) throws(TensorError) -> Tensor? {
    // A view that repeats cells would change several at once.
    guard isKnownUniquelyReferenced(&storage), isContiguous else { return nil }
    let target = try sliced(items)
    let source = try part.broadcast(to: target.shape)
    // More cells than this might be interrupted halfway.
    guard target.shape.count <= 1 << 16 else { return nil }
    let former: Tensor
    if target.shape.count == 1 {
      former = Tensor(storage[target.offset], elementType)
      storage[target.offset] = source.storage[source.offset]
    } else {
      former = try target.copied(to: elementType)
      try source.copy(into: target)
    }
    return former
  }

  /// Puts back cells that `replaceUnlessShared` replaced, whether or not the user has asked to stop.
  public func restore(_ items: [SliceItem], _ former: Tensor) throws(TensorError) {
    let target = try sliced(items)
    guard former.shape.count == target.shape.count else {
      throw .shapesDiffer(target.shape, former.shape)
    }
    for place in 0..<target.shape.count {
      let index = (target.shape.index(at: place).numbers &* target.strides).wrappedSum()
      storage[target.offset + index] = former.storage[former.offset + place]
    }
  }

  private func copy(into target: Tensor) throws(TensorError) {
    try interruptible { () throws(Interrupted) in
      try Elementwise.copy(cells, into: target.cells)
    }
  }
}
