import Kernels
import Tensors

/// The operations that gradients are made of, for one node.
extension Node {
  /// The value in another type; itself if it has that type.
  func converted(to type: ElementType) throws -> Node {
    value.elementType == type ? self : try Node(ConvertOperation(type), Operands(self))
  }

  /// Zeros of this value's shape: the gradient of what does not change.
  func zeros() throws -> Node {
    let zero = Tensor(0, value.elementType)
    return Node(try zero.broadcast(to: value.shape), isLiteral: true)
  }

  /// A number in the type of this value, for an operation with it.
  func number(_ number: Double) -> Node {
    Node(Tensor(number, value.elementType), isLiteral: true)
  }

  /// The value under a function of each cell.
  func applying(_ function: UnaryFunction) throws -> Node {
    try Node(UnaryOperation(function), Operands(self))
  }

  /// The value and another one, cell by cell.
  func applying(_ function: BinaryFunction, _ other: Node) throws -> Node {
    try Node(BinaryOperation(function), Operands(self, other))
  }

  /// The value times a slope function's slope at another one's cells.
  func times(_ function: SlopeFunction, at other: Node) throws -> Node {
    try Node(SlopeOperation(function), Operands(other, self))
  }

  /// The same cells in another shape.
  func reshaped(to shape: Shape) throws -> Node {
    value.shape == shape ? self : try Node(ReshapeOperation(shape.lengths), Operands(self))
  }

  /// The value repeated to a larger shape.
  func broadcast(to shape: Shape) throws -> Node {
    value.shape == shape ? self : try Node(BroadcastOperation(shape), Operands(self))
  }

  /// The value summed over what broadcasting repeated, down to a shape.
  func summed(to shape: Shape) throws -> Node {
    value.shape == shape ? self : try Node(SumToShapeOperation(shape), Operands(self))
  }
}
