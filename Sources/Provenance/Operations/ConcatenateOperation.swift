import Tensors

/// Values one behind the other: `concat a b axis=1`.
public struct ConcatenateOperation: Operation {
  /// The axis along which they lie.
  public let axis: Int

  /// Makes the operation.
  public init(axis: Int) { self.axis = axis }

  /// `concat`.
  public var verb: String { "concat" }
  /// The axis.
  public var options: String { "axis=\(axis)" }

  /// A tensor as long along the axis as the operands together.
  public func value(of operands: [Value]) throws -> Value {
    .tensor(
      try .concatenated(
        operands.map { operand throws(TensorError) in try operand.tensor() }, axis: axis))
  }
}
