public import Tensors

/// Backwards along some axes: `flip k axis=2,3`.
public struct FlipOperation: Rearrangement {
  /// The axes; nil for all.
  public let axes: [Int]?

  /// Makes the operation.
  public init(axes: [Int]?) { self.axes = axes }

  /// `flip`.
  public var verb: String { "flip" }
  /// The axes, if any were given.
  public var options: String {
    axes.map { "axis=" + $0.map(String.init).joined(separator: ",") } ?? ""
  }

  /// A view.
  public func value(of operands: Operands) throws -> Value {
    let operand = try operands.tensor(0)
    return .tensor(try operand.flipped(axes ?? Array(0..<operand.shape.rank)))
  }

  /// The upstream flipped.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    try Node(self, [upstream])
  }

  /// The cell as far from the other end.
  public func source(of cell: CellIndex, in step: Step) throws -> CellFactor.Source {
    .cell(operand: 0, mirrored(cell, step.shape))
  }

  /// The cell as far from the other end.
  public func destinations(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellIndex] {
    [mirrored(cell, step.shape)]
  }

  private func mirrored(_ cell: CellIndex, _ shape: Shape) -> CellIndex {
    var mirrored = cell
    for axis in shape.resolved(axes) { mirrored[axis] = shape[axis] - 1 - cell[axis] }
    return mirrored
  }
}
