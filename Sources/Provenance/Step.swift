public import Tensors

/// One use of an operation: its operands, and the value it made of them.
public struct Step {
  /// What was made.
  public let result: Node
  /// How gradients are to be computed.
  public let options: BackwardOptions

  /// Makes the step that made a value.
  public init(to result: Node, options: BackwardOptions = .init()) {
    self.result = result
    self.options = options
  }

  /// The operands, in the operation's order.
  public var operands: Operands { result.operands }

  /// A cell of the value.
  public func cell(_ index: CellIndex) -> Double { result.value.source.cell(index) }

  /// A cell of an operand.
  public func cell(_ index: CellIndex, of operand: Int) -> Double {
    result.operands[operand].value.source.cell(index)
  }

  /// An operand's shape.
  public func shape(of operand: Int) -> Shape { result.operands[operand].value.shape }

  /// The value's shape.
  public var shape: Shape { result.value.shape }

  /// A cell of an operand as a factor.
  func factor(_ index: CellIndex, of operand: Int) -> CellFactor {
    CellFactor(.cell(operand: operand, index), cell(index, of: operand))
  }
}
