public import Tensors
import Windows

/// The dimensions rearranged: `permute x 0,2,3,1`, `transpose x`.
public struct PermuteOperation: Rearrangement {
  /// The old place of each new dimension; nil swaps the last two.
  public let axes: [Int]?

  /// Makes the operation.
  public init(_ axes: [Int]?) { self.axes = axes }

  /// `permute`, or `transpose` without axes.
  public var verb: String { axes == nil ? "transpose" : "permute" }
  /// The axes.
  public var options: String { axes.map { "\($0)" } ?? "" }

  /// A view; the transpose of a lazy patch matrix is lazy too.
  public func value(of operands: Operands) throws -> Value {
    if case .lazy(let source) = operands[0].value, axes ?? [1, 0] == [1, 0],
      let transposed = (source as? PatchMatrix)?.transposed
    {
      return .lazy(transposed)
    }
    let operand = try operands.tensor(0)
    return .tensor(
      try axes.map { axes throws(TensorError) in try operand.permuted(axes) }
        ?? operand.transposed())
  }

  /// The upstream with its dimensions back in place.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    guard let axes else { return try Node(self, [upstream]) }
    var inverse = axes
    for (new, old) in axes.enumerated() { inverse[old] = new }
    return try Node(PermuteOperation(inverse), [upstream])
  }

  /// The cell with its numbers in the old order.
  public func source(of cell: CellIndex, in step: Step) throws -> CellFactor.Source {
    var index = cell
    for (new, old) in places(step.shape.rank).enumerated() { index[old] = cell[new] }
    return .cell(operand: 0, index)
  }

  /// The cell with its numbers in the new order.
  public func destinations(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellIndex] {
    [CellIndex(places(cell.rank).map { cell[$0] })]
  }

  private func places(_ rank: Int) -> [Int] {
    if let axes { return axes }
    var places = Array(0..<rank)
    if rank >= 2 { places.swapAt(rank - 1, rank - 2) }
    return places
  }
}
