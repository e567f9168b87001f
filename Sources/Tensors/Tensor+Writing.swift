public import Kernels

/// Results written into cells that exist. Only whoever made a tensor may write through it, and only while
/// nobody takes it for a value that stays.
///
/// Operands are of the tensor's type; each method throws `TensorError.interrupted` and nothing else.
extension Tensor {
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

  /// The slope function of two cells; the operands are of the tensor's shape, broadcast if need be.
  public func write(
    _ function: SlopeFunction, of left: Tensor, _ right: Tensor
  ) throws(TensorError) {
    try interruptible { () throws(Interrupted) in
      try Elementwise.apply(function, left.cells, right.cells, into: cells)
    }
  }

  /// What a reduction leaves of the operand that two views show: see `Reduction.reduce`.
  func write(
    _ kind: ReductionKind, of kept: Tensor, _ reduced: Tensor
  ) throws(TensorError) {
    try interruptible { () throws(Interrupted) in
      try Reduction.reduce(kind, kept: kept.cells, reduced: reduced.cells, into: cells)
    }
  }

  /// The sum of an operand's cells over some axes; the tensor has as many cells as are left.
  public func writeSum(of operand: Tensor, axes: [Int]? = nil) throws(TensorError) {
    let (kept, reduced) = try operand.views(reducing: axes)
    try reshaped(kept.shape).write(.sum, of: kept, reduced)
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
