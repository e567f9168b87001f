public import Tensors
public import Windows

/// Zeros between the rows and the columns of the last two axes: `dilate u 2`.
public struct DilateOperation: Rearrangement {
  /// How far apart neighbours come to lie.
  public let steps: Extent

  /// Makes the operation.
  public init(_ steps: Extent) { self.steps = steps }

  /// `dilate`.
  public var verb: String { "dilate" }
  /// The steps.
  public var options: String { steps.optionDescription }

  /// A tensor with `steps - 1` zeros between neighbours.
  public func value(of operands: Operands) throws -> Value {
    let operand = try operands.tensor(0)
    return .tensor(try operand.dilated(steps(for: operand.shape)))
  }

  /// One step an axis: the last two have their own.
  private func steps(for shape: Shape) -> [Int] {
    let leading = [Int](repeating: 1, count: max(0, shape.rank - 2))
    return leading + [steps.rows, steps.columns].suffix(min(2, shape.rank))
  }

  /// Every `steps`th row and column of the upstream.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    let items = steps(for: step.shape).map { SliceItem.range(nil, nil, step: $0) }
    return try Node(SliceOperation(items), [upstream])
  }

  /// The cell that came to lie here, or the 0 of a gap.
  public func source(of cell: CellIndex, in step: Step) throws -> CellFactor.Source {
    var source = cell
    for (axis, length) in steps(for: step.shape).enumerated() {
      guard cell[axis] % length == 0 else { return .constant("gap") }
      source[axis] /= length
    }
    return .cell(operand: 0, source)
  }

  /// Where the cell came to lie.
  public func destinations(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellIndex] {
    var target = cell
    for (axis, length) in steps(for: step.shape).enumerated() { target[axis] *= length }
    return [target]
  }
}
