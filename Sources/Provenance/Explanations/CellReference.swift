public import Tensors

/// A cell of one of an operation's operands.
public struct CellReference: Sendable, Hashable {
  /// Which operand, counted from 0.
  public var operand: Int
  /// Which of its cells.
  public var index: CellIndex

  /// Names a cell.
  public init(_ operand: Int, _ index: CellIndex) {
    self.operand = operand
    self.index = index
  }
}
