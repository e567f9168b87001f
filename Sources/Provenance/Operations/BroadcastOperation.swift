public import Tensors

/// A value repeated along axes: the gradient of a sum.
public struct BroadcastOperation: Operation {
  /// The larger shape.
  public let shape: Shape

  /// Makes the operation.
  public init(_ shape: Shape) { self.shape = shape }

  /// `broadcast`.
  public var verb: String { "broadcast" }
  /// The shape.
  public var options: String { "\(shape)" }

  /// A view of the larger shape.
  public func value(of operands: Operands) throws -> Value {
    .tensor(try operands.tensor(0).broadcast(to: shape))
  }

  /// The upstream, summed over what was repeated.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    try upstream.summed(to: step.shape(of: 0))
  }

  /// The cell that is repeated.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let index = cell.broadcast(to: step.shape(of: 0))
    return CellTerms(
      [CellTerm([step.factor(index, of: 0)])],
      result: step.cell(cell))
  }

  /// Every cell it is repeated to.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    cell.repeats(from: step.shape(of: 0), in: shape).map { CellReader($0) }
  }

  /// It is.
  public func isLinear(in operands: Set<Int>) -> Bool { true }
}
