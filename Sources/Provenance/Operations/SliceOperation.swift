public import Tensors

/// Some of the cells: `x[0, :, 2:5]`.
public struct SliceOperation: Operation {
  /// What each dimension keeps, from the first.
  public let items: [SliceItem]

  /// Makes the operation.
  public init(_ items: [SliceItem]) { self.items = items }

  /// The brackets.
  public var verb: String { "[]" }
  /// The index as it is typed.
  public var options: String {
    let parts = items.map { item in
      switch item {
      case .at(let place): "\(place)"
      case .all: ":"
      case .range(let lower, let upper, let step):
        (lower.map(String.init) ?? "") + ":" + (upper.map(String.init) ?? "")
          + (step == 1 ? "" : ":\(step)")
      }
    }
    return "[" + parts.joined(separator: ", ") + "]"
  }

  /// A view; of a lazy value only the cells that are kept are computed.
  public func value(of operands: [Value]) throws -> Value {
    switch operands[0] {
    case .tensor(let tensor): .tensor(try tensor.sliced(items))
    case .lazy(let source): .tensor(try source.computing(items))
    }
  }
}
