import Kernels
public import Tensors

/// One cell for many: `sum x axis=1`, `mean x`, `max x`, `min x`.
public struct ReduceOperation: Operation {
  /// What is made of the cells.
  public enum Kind: String, Sendable, Hashable {
    case sum, mean, max, min
  }

  /// What is made of the cells.
  public let kind: Kind
  /// The reduced axes; nil for all.
  public let axes: [Int]?

  /// Makes the operation.
  public init(_ kind: Kind, axes: [Int]?) {
    self.kind = kind
    self.axes = axes
  }

  /// `sum`, `mean`, `max` or `min`.
  public var verb: String { kind.rawValue }
  /// The axes, if any were given.
  public var options: String {
    axes.map { "axis=" + $0.map(String.init).joined(separator: ",") } ?? ""
  }

  /// A tensor of the axes that stay.
  public func value(of operands: Operands) throws -> Value {
    let operand = try operands.tensor(0)
    return switch kind {
    case .sum: .tensor(try operand.reduced(.sum, axes: axes))
    case .mean: .tensor(try operand.mean(axes: axes))
    case .max: .tensor(try operand.reduced(.max, axes: axes))
    case .min: .tensor(try operand.reduced(.min, axes: axes))
    }
  }

  /// The sum; divided by the count for a mean.
  public func computation(of operands: Operands, into result: Tensor) throws -> Computation? {
    guard kind == .sum || kind == .mean else { return nil }
    let operand = try operands.tensor(0)
    let sum = try result.repeatedSum(of: operand, axes: axes)
    guard kind == .mean else { return sum }
    let group = ReducedGroup(axes, of: operand.shape)
    let count = try Tensor(Double(group.count), result.elementType).broadcast(to: result.shape)
    let quotient = result.repeated(.divide, of: result, count)
    return {
      try sum()
      try quotient()
    }
  }

  /// The upstream repeated over what was summed, divided by the count for a mean. That of an extreme
  /// goes to the cell that was picked: of equal ones the first in row-major order.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    let group = ReducedGroup(axes, of: step.shape(of: 0))
    switch kind {
    case .sum: return try spread(upstream, group)
    case .mean:
      let count = upstream.number(Double(group.count))
      return try spread(upstream.applying(.divide, count), group)
    case .max, .min:
      let operation = ExtremeGradientOperation(largest: kind == .max, axes: axes)
      return try Node(operation, [step.operands[0], upstream])
    }
  }

  private func spread(_ upstream: Node, _ group: ReducedGroup) throws -> Node {
    try upstream.reshaped(to: group.keptShape).broadcast(to: group.shape)
  }

  /// The cells in row-major order.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let group = ReducedGroup(axes, of: step.shape(of: 0))
    var terms = group.cells(of: cell).map { CellTerm([step.factor($0, of: 0)]) }
    let result = step.cell(cell)
    switch kind {
    case .sum: return CellTerms(terms, result: result)
    case .mean:
      let count = CellFactor(.constant("count"), Double(terms.count))
      return CellTerms(terms, divisor: [CellTerm([count])], result: result)
    case .max, .min:
      if let winner = extremePlace(terms.map(\.value), largest: kind == .max) {
        terms[winner].isWinner = true
      }
      return CellTerms(terms, combinedBy: kind == .max ? .maximum : .minimum, result: result)
    }
  }

  /// The one cell it is reduced into.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    [CellReader(ReducedGroup(axes, of: step.shape(of: 0)).result(of: cell))]
  }

  /// Sums and means are.
  public func isLinear(in operands: Set<Int>) -> Bool { kind == .sum || kind == .mean }
}

/// The place of the extreme number: the first of equal ones, the first NaN if there is one.
func extremePlace(_ numbers: [Double], largest: Bool) -> Int? {
  if let place = numbers.firstIndex(where: \.isNaN) { return place }
  let extreme = largest ? numbers.max() : numbers.min()
  return extreme.flatMap { numbers.firstIndex(of: $0) }
}
