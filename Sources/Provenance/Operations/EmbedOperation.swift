public import Tensors

/// Zeros with a value's cells where a slice would take them from: the gradient of a slice.
public struct EmbedOperation: Rearrangement {
  /// What the slice keeps of each dimension.
  public let items: [SliceItem]
  /// The shape that is sliced.
  public let shape: Shape

  /// Makes the operation.
  public init(_ items: [SliceItem], in shape: Shape) {
    self.items = items
    self.shape = shape
  }

  /// The brackets with an apostrophe.
  public var verb: String { "[]'" }
  /// The index as it was typed, and the shape.
  public var options: String { SliceOperation(items).options + " in \(shape)" }
  /// The upstream `u`.
  public func role(of operand: Int) -> String { "u" }

  /// A tensor of the shape.
  public func value(of operands: Operands) throws -> Value {
    .tensor(try operands.tensor(0).embedded(items, in: shape))
  }

  /// The slice.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    try Node(SliceOperation(items), [upstream])
  }

  /// The cell that the slice took from here, or the 0 of what it left out.
  public func source(of cell: CellIndex, in step: Step) throws -> CellFactor.Source {
    try SlicePlaces(of: shape, items).index(of: cell).map { .cell(operand: 0, $0) }
      ?? .constant("left out")
  }

  /// Where the slice took the cell from.
  public func destinations(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellIndex] {
    [try SlicePlaces(of: shape, items).source(of: cell)]
  }
}
