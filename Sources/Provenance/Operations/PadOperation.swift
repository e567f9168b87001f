public import Tensors
public import Windows

/// Cells of one value around the last two axes: `pad x 1`.
public struct PadOperation: Rearrangement {
  /// How many cells on each side.
  public let sides: PaddingSides
  /// What is put there.
  public let value: Double

  /// Makes the operation.
  public init(_ sides: PaddingSides, value: Double) {
    self.sides = sides
    self.value = value
  }

  /// `pad`.
  public var verb: String { "pad" }
  /// The sides.
  public var options: String { sides.description + (value == 0 ? "" : " value=\(value)") }

  /// A tensor longer by the sides; a vector grows along its one axis by left and right.
  public func value(of operands: Operands) throws -> Value {
    let operand = try operands.tensor(0)
    let (before, after) = amounts(for: operand.shape)
    return .tensor(try operand.padded(before: before, after: after, with: value))
  }

  /// How many cells are added on each axis: to the last two, to a vector's one by left and right.
  private func amounts(for shape: Shape) -> (before: [Int], after: [Int]) {
    let leading = [Int](repeating: 0, count: max(0, shape.rank - 2))
    return (
      leading + [sides.top, sides.left].suffix(min(2, shape.rank)),
      leading + [sides.bottom, sides.right].suffix(min(2, shape.rank))
    )
  }

  /// The upstream without the padding.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    let shape = step.shape(of: 0)
    let before = amounts(for: shape).before
    let items = (0..<shape.rank).map { axis in
      SliceItem.range(before[axis], before[axis] + shape[axis], step: 1)
    }
    return try Node(SliceOperation(items), [upstream])
  }

  /// The cell, or the padding of the side that is named.
  public func source(of cell: CellIndex, in step: Step) throws -> CellFactor.Source {
    let shape = step.shape(of: 0)
    let before = amounts(for: shape).before
    let index = CellIndex((0..<shape.rank).map { cell[$0] - before[$0] })
    if shape.contains(index) { return .cell(operand: 0, index) }
    let names = [("top", "bottom"), ("left", "right")].suffix(min(2, shape.rank))
    let sides = zip(max(0, shape.rank - 2)..<shape.rank, names).compactMap { axis, name in
      index[axis] < 0 ? name.0 : index[axis] >= shape[axis] ? name.1 : nil
    }
    return .padding(operand: 0, side: sides.joined(separator: " "))
  }

  /// The cell's place behind the padding.
  public func destinations(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellIndex] {
    let before = amounts(for: step.shape).before
    return [CellIndex((0..<cell.rank).map { cell[$0] + before[$0] })]
  }
}
