public import Tensors

/// The slices of the first axis at given places: what `shuffle` does to each of its names.
public struct GatherOperation: Rearrangement {
  /// The old place of each new slice.
  public let places: [Int]

  /// Makes the operation.
  public init(_ places: [Int]) { self.places = places }

  /// `shuffle`.
  public var verb: String { "shuffle" }

  /// A tensor of the slices.
  public func value(of operands: Operands) throws -> Value {
    .tensor(try operands.tensor(0).gathered(places))
  }

  /// The upstream's slices, back where they were taken from.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    try Node(ScatterOperation(places, count: step.shape(of: 0)[0]), [upstream])
  }

  /// The cell of the old slice.
  public func source(of cell: CellIndex, in step: Step) throws -> CellFactor.Source {
    .cell(operand: 0, cell.replacing(0, with: places[cell[0]]))
  }

  /// Every new slice that is the old one.
  public func destinations(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellIndex] {
    places.indices.filter { places[$0] == cell[0] }.map { cell.replacing(0, with: $0) }
  }
}
