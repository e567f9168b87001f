import Kernels
public import Tensors

extension Node {
  /// The operation that made the value, with its operands.
  ///
  /// - Throws: `ProvenanceError.leaf` for a value that nobody computed.
  public func step() throws(ProvenanceError) -> (operation: any Operation, step: Step) {
    guard let origin else { throw .leaf(value.shape) }
    return (origin.operation, Step(to: self))
  }

  /// What makes one cell.
  ///
  /// - Throws: `ProvenanceError.leaf` or `.cell`, or what computing a cell throws.
  public func terms(of cell: CellIndex) throws -> CellTerms {
    guard value.shape.contains(cell) else { throw ProvenanceError.cell(cell, value.shape) }
    let (operation, step) = try step()
    return try operation.terms(of: cell, in: step)
  }

  /// The cells of this value that read a cell of one of its operands.
  ///
  /// - Throws: `ProvenanceError.leaf` or `.cell`, or what computing a cell throws.
  public func readers(of cell: CellIndex, operand: Int) throws -> [CellReader] {
    let (operation, step) = try step()
    let shape = step.shape(of: operand)
    guard shape.contains(cell) else { throw ProvenanceError.cell(cell, shape) }
    return try operation.readers(of: cell, operand: operand, in: step)
  }

  /// How many cells of this value read each cell of one of its operands: of the operand's shape, f64.
  ///
  /// - Throws: `ProvenanceError.leaf`, what telling a reader throws, and `Interrupted`.
  public func readerCounts(of operand: Int) throws -> Tensor {
    let (operation, step) = try step()
    let shape = step.shape(of: operand)
    let counts = try shape.indices.map { cell in
      try Interrupt.check()
      return Double(try operation.readers(of: cell, operand: operand, in: step).count)
    }
    return try Tensor(counts, shape)
  }
}
