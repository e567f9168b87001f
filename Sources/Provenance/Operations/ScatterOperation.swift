public import Tensors

/// Slices of the first axis added up at given places: the gradient of a gather.
public struct ScatterOperation: Operation {
  /// Where each slice goes.
  public let places: [Int]
  /// How many places there are.
  public let count: Int

  /// Makes the operation.
  public init(_ places: [Int], count: Int) {
    self.places = places
    self.count = count
  }

  /// `shuffle'`.
  public var verb: String { "shuffle'" }
  /// The upstream `u`.
  public func role(of operand: Int) -> String { "u" }

  /// A tensor of `count` slices.
  public func value(of operands: Operands) throws -> Value {
    .tensor(try operands.tensor(0).scattered(places, count: count))
  }

  /// The upstream's slices at the places.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    try Node(GatherOperation(places), [upstream])
  }

  /// The cells of the slices that go here.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let terms = places.indices.filter { places[$0] == cell[0] }.map {
      CellTerm([step.factor(cell.replacing(0, with: $0), of: 0)])
    }
    return CellTerms(terms, result: step.cell(cell))
  }

  /// Where its slice goes.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    [CellReader(cell.replacing(0, with: places[cell[0]]))]
  }

  /// It is.
  public func isLinear(in operands: Set<Int>) -> Bool { true }
}
