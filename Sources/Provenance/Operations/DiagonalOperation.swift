public import Tensors

/// Zeros with a value's cells on the diagonal: the gradient of the diagonal that `einsum "ii->i"`
/// takes.
public struct DiagonalOperation: Rearrangement {
  /// For each axis of the result, which axis of the operand it runs along.
  public let axes: [Int]

  /// Makes the operation.
  public init(_ axes: [Int]) { self.axes = axes }

  /// `diagonal`.
  public var verb: String { "diagonal" }
  /// The axes.
  public var options: String { "\(axes)" }

  /// A tensor that is 0 off the diagonal.
  public func value(of operands: Operands) throws -> Value {
    .tensor(try operands.tensor(0).onDiagonal(axes))
  }

  /// The upstream's diagonal.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    let letters = axes.map { Self.letters[$0] }
    let own = Self.letters.prefix(step.shape(of: 0).rank)
    return try Node(EinsumOperation(String(letters) + "->" + String(own)), [upstream])
  }

  private static let letters = Array("abcdefgh")

  /// The cell whose numbers stand along the diagonal.
  public func source(of cell: CellIndex, in step: Step) throws -> CellFactor.Source {
    var index = CellIndex(rank: step.shape(of: 0).rank)
    for (place, axis) in axes.enumerated() { index[axis] = cell[place] }
    let isOnDiagonal = axes.enumerated().allSatisfy { index[$1] == cell[$0] }
    return isOnDiagonal ? .cell(operand: 0, index) : .constant("off the diagonal")
  }

  /// The cell's place on the diagonal.
  public func destinations(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellIndex] {
    [CellIndex(axes.map { cell[$0] })]
  }
}
