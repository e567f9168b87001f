import Kernels
public import Tensors

/// The mean or the sum of squared differences: `mse a b`.
public struct MeanSquaredErrorOperation: Operation {
  /// Whether the sum is divided by the number of cells.
  public let takesMean: Bool

  /// Makes the operation.
  public init(takesMean: Bool = true) { self.takesMean = takesMean }

  /// `mse`.
  public var verb: String { "mse" }
  /// Whether it is a sum.
  public var options: String { takesMean ? "" : "reduce=sum" }
  /// `a` and `b`.
  public func role(of operand: Int) -> String { operand == 0 ? "a" : "b" }

  /// A number; operands of two shapes are broadcast.
  public func value(of operands: Operands) throws -> Value {
    .tensor(try .squaredError(operands.tensor(0), operands.tensor(1), takesMean: takesMean))
  }

  /// The differences, their squares and these summed, in one block that is kept.
  public func computation(of operands: Operands, into result: Tensor) throws -> Computation? {
    let shape = try Shape.broadcast(operands.tensor(0).shape, operands.tensor(1).shape)
    let squares = try Tensor.uninitialized(shape, result.elementType)
    guard let (a, b) = try operands.broadcastPair(to: squares) else { return nil }
    let count = Tensor(takesMean ? Double(shape.count) : 1, result.elementType)
    let works = [
      squares.repeated(.subtract, of: a, b), squares.repeated(.multiply, of: squares, squares),
      try result.repeatedSum(of: squares), result.repeated(.divide, of: result, count),
    ]
    return { for work in works { try work() } }
  }

  /// 2·(a − b)·u, divided by the number of cells for a mean; its negative for `b`.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    let (own, other) = (step.operands[operand], step.operands[1 - operand])
    let difference = try own.applying(.subtract, other)
    let count = takesMean ? Double(difference.value.shape.count) : 1
    let scale = try upstream.applying(.multiply, upstream.number(2 / count))
    return try difference.applying(.multiply, scale).summed(to: step.shape(of: operand))
  }

  /// The squares in row-major order, and their number.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let shape = try Shape.broadcast(step.shape(of: 0), step.shape(of: 1))
    let terms = shape.indices.map { index in
      let cells = (0..<2).map { CellReference($0, index.broadcast(to: step.shape(of: $0))) }
      let difference = step.cell(cells[0].index, of: 0) - step.cell(cells[1].index, of: 1)
      return CellTerm([CellFactor(.function("(_ - _)^2", cells), difference * difference)])
    }
    let count = CellFactor(.constant("count"), Double(terms.count))
    return CellTerms(
      terms, divisor: takesMean ? [CellTerm([count])] : [], result: step.cell(cell))
  }

  /// The number.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    [CellReader(CellIndex(rank: 0))]
  }

  /// It is not.
  public func isLinear(in operands: Set<Int>) -> Bool { false }
}
