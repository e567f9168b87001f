import Kernels
public import Tensors

/// A value summed over the axes along which broadcasting repeated a smaller one: the gradient of a
/// broadcast.
public struct SumToShapeOperation: Operation {
  /// The smaller shape.
  public let shape: Shape

  /// Makes the operation.
  public init(_ shape: Shape) { self.shape = shape }

  /// `sum`.
  public var verb: String { "sum" }
  /// The shape that is left.
  public var options: String { "to \(shape)" }

  /// A tensor of the smaller shape.
  public func value(of operands: Operands) throws -> Value {
    let operand = try operands.tensor(0)
    return .tensor(
      try operand.reduced(.sum, axes: axes(of: operand.shape), keepsAxes: true).reshaped(shape))
  }

  /// The axes that are summed over.
  private func axes(of larger: Shape) -> [Int] {
    let added = larger.rank - shape.rank
    return (0..<larger.rank).filter { axis in
      axis < added || (shape[axis - added] == 1 && larger[axis] != 1)
    }
  }

  /// The sum.
  public func computation(of operands: Operands, into result: Tensor) throws -> Computation? {
    let operand = try operands.tensor(0)
    return try result.repeatedSum(of: operand, axes: axes(of: operand.shape))
  }

  /// The upstream, repeated.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    try Node(BroadcastOperation(step.shape(of: 0)), [upstream])
  }

  /// The cells that broadcasting made of this one.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let terms = cell.repeats(from: shape, in: step.shape(of: 0)).map { index in
      CellTerm([step.factor(index, of: 0)])
    }
    return CellTerms(terms, result: step.cell(cell))
  }

  /// The one cell it is summed into.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    [CellReader(cell.broadcast(to: shape))]
  }

  /// It is.
  public func isLinear(in operands: Set<Int>) -> Bool { true }
}
