import Kernels
public import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// e^x divided by its sum along an axis: `softmax x axis=1`.
public struct SoftmaxOperation: Operation {
  /// The axis that sums to 1.
  public let axis: Int

  /// Makes the operation.
  public init(axis: Int) { self.axis = axis }

  /// `softmax`.
  public var verb: String { "softmax" }
  /// The axis.
  public var options: String { "axis=\(axis)" }

  /// A tensor of the operand's shape.
  public func value(of operands: Operands) throws -> Value {
    .tensor(try operands.tensor(0).softmax(axis: axis))
  }

  /// y · (u − Σ u·y) along the axis.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    let y = step.result
    let kept = try ReducedGroup([axis], of: step.shape).keptShape
    let sums = try Node(
      ReduceOperation(.sum, axes: [axis]), [upstream.applying(.multiply, y)]
    ).reshaped(to: kept)
    return try y.applying(.multiply, upstream.applying(.subtract, sums))
  }

  /// The cell's exponential over the sum of those along the axis, the largest cell taken off first.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let group = ReducedGroup([axis], of: step.shape)
    let cells = group.cells(of: group.result(of: cell))
    let place = extremePlace(cells.map { step.cell($0, of: 0) }, largest: true) ?? 0
    let largest = cells[place]
    func power(_ index: CellIndex) -> CellTerm {
      let references = [CellReference(0, index), CellReference(0, largest)]
      let difference = step.cell(index, of: 0) - step.cell(largest, of: 0)
      return CellTerm([CellFactor(.function("exp(_ - _)", references), exp(difference))])
    }
    return CellTerms([power(cell)], divisor: cells.map(power), result: step.cell(cell))
  }

  /// All cells along the axis.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    let group = ReducedGroup([axis], of: step.shape)
    return group.cells(of: group.result(of: cell)).map { CellReader($0) }
  }

  /// It is not.
  public func isLinear(in operands: Set<Int>) -> Bool { false }
}
