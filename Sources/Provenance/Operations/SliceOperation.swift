public import Tensors

/// Some of the cells: `x[0, :, 2:5]`.
public struct SliceOperation: Rearrangement {
  /// What each dimension keeps, from the first.
  public let items: [SliceItem]

  /// Makes the operation.
  public init(_ items: [SliceItem]) { self.items = items }

  /// The brackets.
  public var verb: String { "[]" }
  /// The index as it is typed.
  public var options: String {
    "[" + items.map(\.spelled).joined(separator: ", ") + "]"
  }
  /// Brackets behind the operand.
  public var notation: OperationNotation { .index }

  /// A view; of a lazy value only the cells that are kept are computed.
  public func value(of operands: Operands) throws -> Value {
    switch operands[0].value {
    case .tensor(let tensor): .tensor(try tensor.sliced(items))
    case .lazy(let source): .tensor(try source.computing(items))
    }
  }

  /// Zeros with the upstream where the slice was taken.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    try Node(EmbedOperation(items, in: step.shape(of: 0)), Operands(upstream))
  }

  /// The cell that is kept.
  public func source(of cell: CellIndex, in step: Step) throws -> CellFactor.Source {
    .cell(operand: 0, try SlicePlaces(of: step.shape(of: 0), items).source(of: cell))
  }

  /// Its place in the slice, if it is kept.
  public func destinations(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellIndex] {
    try SlicePlaces(of: step.shape(of: 0), items).index(of: cell).map { [$0] } ?? []
  }
}

extension SliceItem {
  /// As it is typed.
  fileprivate var spelled: String {
    switch self {
    case .at(let place): "\(place)"
    case .all: ":"
    case .range(let lower, let upper, let step):
      (lower.map(String.init) ?? "") + ":" + (upper.map(String.init) ?? "")
        + (step == 1 ? "" : ":\(step)")
    }
  }
}
