import Kernels

extension Tensor {
  /// The matrix product, over the last two dimensions; leading ones are broadcast as batches.
  ///
  /// A vector stands for one row on the left and for one column on the right, and that dimension
  /// goes again.
  ///
  /// - Throws: `TensorError.matmul` if the inner lengths differ.
  public static func matmul(_ left: Tensor, _ right: Tensor) throws(TensorError) -> Tensor {
    guard left.shape.rank > 0, right.shape.rank > 0 else {
      throw .matmulOfScalar(left.shape, right.shape)
    }
    let type = ElementType.promoted(left.elementType, right.elementType)
    var a = try left.converted(to: type)
    var b = try right.converted(to: type)
    if left.shape.rank == 1 { a = try a.reshaped(Shape([1, left.shape[0]])) }
    if right.shape.rank == 1 { b = try b.reshaped(Shape([right.shape[0], 1])) }
    guard a.shape[a.shape.rank - 1] == b.shape[b.shape.rank - 2] else {
      throw .matmul(left.shape, right.shape)
    }
    var product = try batched(a, b, type)
    var lengths = product.shape.lengths
    if right.shape.rank == 1 { lengths.removeLast() }
    if left.shape.rank == 1 { lengths.remove(at: product.shape.rank - 2) }
    if lengths.count != product.shape.rank { product = try product.reshaped(Shape(lengths)) }
    return product
  }

  /// The matrix product of two sources of two dimensions; a lazy one is packed as it is needed.
  ///
  /// - Throws: `TensorError.matmul` if the inner lengths differ.
  public static func matmul(
    packing left: any CellSource, _ right: any CellSource
  ) throws(TensorError) -> Tensor {
    let type = ElementType.promoted(left.elementType, right.elementType)
    let (left, right) = try (
      Self.promoted(left, to: type), Self.promoted(right, to: type)
    )
    guard left.shape.rank == 2, right.shape.rank == 2,
      left.elementType == right.elementType,
      let a = left.matrixOperand, let b = right.matrixOperand
    else { return try matmul(left.materialized(), right.materialized()) }
    guard left.shape[1] == right.shape[0] else { throw .matmul(left.shape, right.shape) }
    let result = try uninitialized(Shape([left.shape[0], right.shape[1]]), left.elementType)
    try interruptible { () throws(Interrupted) in
      try Matmul.multiply(a, b, into: result.cells)
    }
    return result
  }

  /// A tensor in the given type; a lazy source stays what it is.
  private static func promoted(
    _ source: any CellSource, to type: ElementType
  ) throws(TensorError) -> any CellSource {
    guard let tensor = source as? Tensor else { return source }
    return try tensor.converted(to: type)
  }

  private static func batched(
    _ a: Tensor, _ b: Tensor, _ type: ElementType
  ) throws(TensorError) -> Tensor {
    let (m, n) = (a.shape[a.shape.rank - 2], b.shape[b.shape.rank - 1])
    if a.shape.rank == 2, b.shape.rank == 2 {
      let result = try uninitialized(Shape([m, n]), type)
      if result.shape.count == 0 { return result }
      try interruptible { () throws(Interrupted) in
        try Matmul.multiply(.strided(a.cells), .strided(b.cells), into: result.cells)
      }
      return result
    }
    let batch = try Shape.broadcast(
      Shape(a.shape.lengths.dropLast(2)), Shape(b.shape.lengths.dropLast(2)))
    let result = try uninitialized(Shape(batch.lengths + [m, n]), type)
    if result.shape.count == 0 { return result }
    let first = try a.broadcast(to: Shape(batch.lengths + a.shape.lengths.suffix(2)))
    let second = try b.broadcast(to: Shape(batch.lengths + b.shape.lengths.suffix(2)))
    for place in 0..<batch.count {
      let items = batch.index(at: place).array.map(SliceItem.at)
      let (x, y, z) = try (first.sliced(items), second.sliced(items), result.sliced(items))
      try interruptible { () throws(Interrupted) in
        try Matmul.multiply(.strided(x.cells), .strided(y.cells), into: z.cells)
      }
    }
    return result
  }
}
