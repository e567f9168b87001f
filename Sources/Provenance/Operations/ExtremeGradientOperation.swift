import Kernels
public import Tensors

/// The upstream gradient where the extreme cells lie, 0 elsewhere: the gradient of `max` and `min`.
public struct ExtremeGradientOperation: Operation {
  /// Whether the largest cells are meant, or the smallest.
  public let largest: Bool
  /// The reduced axes; nil for all.
  public let axes: [Int]?

  /// Makes the operation.
  public init(largest: Bool, axes: [Int]?) {
    self.largest = largest
    self.axes = axes
  }

  /// `max'` or `min'`.
  public var verb: String { largest ? "max'" : "min'" }
  /// The axes, if any were given.
  public var options: String {
    axes.map { "axis=" + $0.map(String.init).joined(separator: ",") } ?? ""
  }
  /// `x` and the upstream `u`.
  public func role(of operand: Int) -> String { operand == 0 ? "x" : "u" }

  /// A tensor of the first operand's shape.
  public func value(of operands: Operands) throws -> Value {
    .tensor(
      try operands.tensor(0).placingAtExtremes(
        operands.tensor(1), largest: largest, axes: axes))
  }

  /// The upstream where the extremes lie, summed; which cells win does not change with `x`.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    if operand == 0 { return try step.operands[0].zeros() }
    let ones = try Tensor(1, upstream.value.elementType).broadcast(to: step.shape(of: 1))
    let winners = try Node(self, [step.operands[0], Node(ones, isLiteral: true)])
    return try Node(ReduceOperation(.sum, axes: axes), [upstream.applying(.multiply, winners)])
  }

  /// The group's upstream cell, times 1 for the cell that won and 0 for the others.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let result = ReducedGroup(axes, of: step.shape(of: 0)).result(of: cell)
    let term = CellTerm([step.factor(result, of: 1), weight(of: cell, in: step)])
    return CellTerms([term], result: step.cell(cell))
  }

  private func weight(of cell: CellIndex, in step: Step) -> CellFactor {
    let group = ReducedGroup(axes, of: step.shape(of: 0))
    let cells = group.cells(of: group.result(of: cell))
    let place = extremePlace(cells.map { step.cell($0, of: 0) }, largest: largest)
    let won = place.map { cells[$0] == cell } ?? false
    return CellFactor(.constant(won ? "won" : "lost"), won ? 1 : 0)
  }

  /// The cells of the upstream cell's group; those of `x` are compared, not read.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    guard operand == 1 else { return [] }
    return ReducedGroup(axes, of: step.shape(of: 0)).cells(of: cell).map {
      CellReader($0, weight: weight(of: $0, in: step))
    }
  }

  /// In the upstream.
  public func isLinear(in operands: Set<Int>) -> Bool { operands == [1] }
}
