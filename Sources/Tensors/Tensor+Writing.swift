public import Kernels

/// Results written into cells that exist. Only whoever made a tensor may write through it, and only while
/// nobody takes it for a value that stays.
///
/// Operands are of the tensor's type; each method throws `TensorError.interrupted` and nothing else. The
/// work of one that begins with `repeated` is looked at once, for blocks whose cells change.
extension Tensor {
  /// Work on blocks of cells that are known.
  public typealias Work = () throws(TensorError) -> Void

  /// Each cell's function; the operand is of the tensor's shape.
  public func write(_ function: UnaryFunction, of operand: Tensor) throws(TensorError) {
    try interruptible { () throws(Interrupted) in
      try Elementwise.apply(function, to: operand.cells, into: cells)
    }
  }

  /// The function of two cells; the operands are of the tensor's shape, broadcast if need be.
  public func write(
    _ function: BinaryFunction, of left: Tensor, _ right: Tensor
  ) throws(TensorError) {
    try interruptible { () throws(Interrupted) in
      try Elementwise.apply(function, left.cells, right.cells, into: cells)
    }
  }

  /// Prepares `write`.
  public func repeated(_ function: UnaryFunction, of operand: Tensor) -> Work {
    let walk = CellWalk(operand.cells, into: cells)
    return { () throws(TensorError) in
      try interruptible { () throws(Interrupted) in try Elementwise.apply(function, along: walk) }
    }
  }

  /// Prepares `write`.
  public func repeated(_ function: BinaryFunction, of left: Tensor, _ right: Tensor) -> Work {
    let walk = CellWalk(left.cells, right.cells, into: cells)
    return { () throws(TensorError) in
      try interruptible { () throws(Interrupted) in try Elementwise.apply(function, along: walk) }
    }
  }

  /// Prepares the slope function of two cells; the operands are of the tensor's shape, broadcast if
  /// need be.
  public func repeated(_ function: SlopeFunction, of left: Tensor, _ right: Tensor) -> Work {
    let walk = CellWalk(left.cells, right.cells, into: cells)
    return { () throws(TensorError) in
      try interruptible { () throws(Interrupted) in try Elementwise.apply(function, along: walk) }
    }
  }

  /// Prepares the sum of an operand's cells over some axes; the tensor has as many cells as are left.
  public func repeatedSum(of operand: Tensor, axes: [Int]? = nil) throws(TensorError) -> Work {
    let (kept, reduced) = try operand.views(reducing: axes)
    let walk = ReductionWalk(
      kept: kept.cells, reduced: reduced.cells, into: try reshaped(kept.shape).cells)
    return { () throws(TensorError) in
      try interruptible { () throws(Interrupted) in try Reduction.reduce(.sum, along: walk) }
    }
  }

  /// One number in every cell.
  public func fill(with number: Double) throws(TensorError) {
    try interruptible { () throws(Interrupted) in try Elementwise.fill(cells, with: number) }
  }

  /// Another tensor's cells, of any type and the same shape.
  public func write(_ other: Tensor) throws(TensorError) {
    try interruptible { () throws(Interrupted) in
      try Elementwise.copy(other.cells, into: cells)
    }
  }

  /// Another tensor's cells, whoever asked to stop meanwhile: both are of one shape and type, and in
  /// row-major order.
  public func writeAtOnce(_ other: Tensor) {
    precondition(isContiguous && other.isContiguous && shape == other.shape)
    cells.storage.copy(shape.count, from: other.storage, at: other.offset, to: offset)
  }
}
