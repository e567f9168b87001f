public import Kernels
public import Tensors

/// The same numbers in another type: `f32 x`, `f64 x`.
public struct ConvertOperation: Rearrangement {
  /// The new type.
  public let elementType: ElementType

  /// Makes the operation.
  public init(_ elementType: ElementType) { self.elementType = elementType }

  /// A conversion reads a literal as it was written, not as the session would round it.
  public var literals: LiteralRule { .asWritten }

  /// `f32` or `f64`.
  public var verb: String { elementType.description }

  /// A tensor of the type, each cell rounded to it.
  public func value(of operands: Operands) throws -> Value {
    .tensor(try operands.tensor(0).converted(to: elementType))
  }

  /// The upstream in the operand's type.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    try upstream.converted(to: step.operands[0].value.elementType)
  }

  /// The same cell, which the type may round.
  public func source(of cell: CellIndex, in step: Step) throws -> CellFactor.Source {
    .cell(operand: 0, cell)
  }

  /// The same cell.
  public func destinations(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellIndex] {
    [cell]
  }
}
