public import Tensors

/// Values one behind the other: `concat a b axis=1`.
public struct ConcatenateOperation: Rearrangement {
  /// The axis along which they lie.
  public let axis: Int

  /// Makes the operation.
  public init(axis: Int) { self.axis = axis }

  /// `concat`.
  public var verb: String { "concat" }
  /// The axis.
  public var options: String { "axis=\(axis)" }

  /// A tensor as long along the axis as the operands together.
  public func value(of operands: Operands) throws -> Value {
    .tensor(
      try .concatenated(
        operands.map { operand throws(TensorError) in try operand.tensor() }, axis: axis))
  }

  /// The operand's part of the upstream.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    let axis = step.shape.fromFront(self.axis)
    let first = start(of: operand, in: step)
    var items = [SliceItem](repeating: .all, count: axis + 1)
    items[axis] = .range(first, first + step.shape(of: operand)[axis], step: 1)
    return try Node(SliceOperation(items), [upstream])
  }

  /// The cell of the operand that lies here.
  public func source(of cell: CellIndex, in step: Step) throws -> CellFactor.Source {
    let axis = step.shape.fromFront(self.axis)
    var place = cell[axis]
    for operand in step.operands.indices {
      let length = step.shape(of: operand)[axis]
      if place < length { return .cell(operand: operand, cell.replacing(axis, with: place)) }
      place -= length
    }
    throw ProvenanceError.cell(cell, step.shape)
  }

  /// The cell's place behind the operands before its own.
  public func destinations(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellIndex] {
    let axis = step.shape.fromFront(self.axis)
    return [cell.replacing(axis, with: cell[axis] + start(of: operand, in: step))]
  }

  private func start(of operand: Int, in step: Step) -> Int {
    let axis = step.shape.fromFront(self.axis)
    return (0..<operand).reduce(0) { $0 + step.shape(of: $1)[axis] }
  }
}
