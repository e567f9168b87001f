import Tensors

/// The slices of the first axis at given places: what `shuffle` does to each of its names.
public struct GatherOperation: Operation {
  /// The old place of each new slice.
  public let places: [Int]

  /// Makes the operation.
  public init(_ places: [Int]) { self.places = places }

  /// `shuffle`.
  public var verb: String { "shuffle" }

  /// A tensor of the slices.
  public func value(of operands: [Value]) throws -> Value {
    .tensor(try operands[0].tensor().gathered(places))
  }
}
