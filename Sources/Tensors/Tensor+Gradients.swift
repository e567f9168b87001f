public import Kernels

/// What the gradients of tensor operations are made of: the transposes of slices, gathers and
/// resizes, and the gradient of an extreme.
extension Tensor {
  /// The slope function of two tensors' cells, broadcast to one shape and promoted to one type.
  ///
  /// - Throws: `TensorError.notBroadcastable` if the shapes disagree.
  public static func combine(
    _ function: SlopeFunction, _ left: Tensor, _ right: Tensor
  ) throws(TensorError) -> Tensor {
    let type = ElementType.promoted(left.elementType, right.elementType)
    if left.shape == right.shape, left.elementType == right.elementType {
      let result = try Tensor.uninitialized(left.shape, type)
      try result.repeated(function, of: left, right)()
      return result
    }
    let shape = try Shape.broadcast(left.shape, right.shape)
    let result = try Tensor.uninitialized(shape, type)
    try result.repeated(
      function, of: left.converted(to: type).broadcast(to: shape),
      right.converted(to: type).broadcast(to: shape))()
    return result
  }

  /// Zeros of a larger shape, with this tensor's cells where a slice of that shape would take them
  /// from: the transpose of `sliced`.
  ///
  /// - Throws: `TensorError.shapesDiffer` if the slice has another shape than this tensor.
  public func embedded(_ items: [SliceItem], in shape: Shape) throws(TensorError) -> Tensor {
    let result = try Tensor(shape, elementType)
    let target = try result.sliced(items)
    guard target.shape == self.shape else { throw .shapesDiffer(target.shape, self.shape) }
    try interruptible { () throws(Interrupted) in
      try Elementwise.copy(cells, into: target.cells)
    }
    return result
  }

  /// Zeros of `count` slices along the first axis, with this tensor's slices added at `places`: the
  /// transpose of `gathered`.
  ///
  /// - Throws: `TensorError.index` for a place that the result does not have.
  public func scattered(_ places: [Int], count: Int) throws(TensorError) -> Tensor {
    guard shape.rank > 0 else { throw .axis(0, rank: 0) }
    guard places.count == shape[0] else { throw .cellCount(places.count, shape) }
    let result = try Tensor(Shape([count] + shape.lengths.dropFirst()), elementType)
    for (source, place) in places.enumerated() {
      let (part, target) = try (sliced([.at(source)]), result.sliced([.at(place)]))
      try interruptible { () throws(Interrupted) in
        try Elementwise.apply(.add, part.cells, target.cells, into: target.cells)
      }
    }
    return result
  }

  /// Zeros of this tensor's shape, with the cells of `upstream` where the extreme cells lie: the
  /// gradient of `reduced(.max)` or `reduced(.min)`.
  ///
  /// Of equal cells the first in row-major order is the extreme one, and a NaN is more extreme than
  /// any number.
  ///
  /// - Parameter upstream: of the reduction's shape, without the reduced axes.
  public func placingAtExtremes(
    _ upstream: Tensor, largest: Bool, axes: [Int]?
  ) throws(TensorError) -> Tensor {
    let axes = try resolved(axes ?? Array(0..<shape.rank)).sorted()
    let kept = (0..<shape.rank).filter { !axes.contains($0) }
    let places = try (largest ? self : map(.negate)).reduced(.argmax, axes: axes)
    guard places.shape == upstream.shape else { throw .shapesDiffer(places.shape, upstream.shape) }
    let result = try Tensor(shape, upstream.elementType)
    let among = try Shape(axes.map { shape[$0] })
    for place in 0..<places.shape.count {
      if place & 0xFFFF == 0, Interrupt.isRequested { throw .interrupted }
      let outer = places.shape.index(at: place)
      let inner = among.index(at: Int(places.cell(outer)))
      var target = CellIndex(rank: shape.rank)
      for (number, axis) in kept.enumerated() { target[axis] = outer[number] }
      for (number, axis) in axes.enumerated() { target[axis] = inner[number] }
      result.storage[shape.place(of: target)] = upstream.cell(outer)
    }
    return result
  }

  /// Pictures of another size, with each pixel of these added where `resized` would have read it:
  /// the transpose of `resized`.
  ///
  /// - Parameters:
  ///   - rows: the rows of the picture that was resized.
  ///   - columns: its columns.
  public func resizedBack(
    rows: Int, columns: Int, _ interpolation: Interpolation
  ) throws(TensorError) -> Tensor {
    guard shape.rank >= 2 else { throw .rank(shape, what: "picture", allowed: [2, 3, 4]) }
    let (height, width) = (shape[shape.rank - 2], shape[shape.rank - 1])
    let result = try Tensor(Shape(shape.lengths.dropLast(2) + [rows, columns]), elementType)
    guard shape.count > 0, result.shape.count > 0 else { return result }
    let source = try contiguous()
    let across = (0..<width).map {
      InterpolationSample($0, of: width, from: columns, interpolation).parts
    }
    for line in 0..<shape.count / width {
      if Interrupt.isRequested { throw .interrupted }
      let (image, row) = line.quotientAndRemainder(dividingBy: height)
      let down = InterpolationSample(row, of: height, from: rows, interpolation).parts
      for column in 0..<width {
        let pixel = source.storage[source.offset + line * width + column]
        for (targetRow, weight) in down {
          for (targetColumn, factor) in across[column] {
            let place = (image * rows + targetRow) * columns + targetColumn
            result.storage[place] += weight * factor * pixel
          }
        }
      }
    }
    return result
  }
}
