import Tensors

/// The same cells in another shape: `reshape x [-1, 400]`.
public struct ReshapeOperation: Operation {
  /// The new lengths; one may be -1.
  public let lengths: [Int]

  /// Makes the operation.
  public init(_ lengths: [Int]) { self.lengths = lengths }

  /// `reshape`.
  public var verb: String { "reshape" }
  /// The lengths.
  public var options: String {
    lengths.contains(-1) ? "\(lengths)" : Shape.spelled(lengths)
  }

  /// The operand's cells in row-major order.
  public func value(of operands: [Value]) throws -> Value {
    .tensor(try operands[0].tensor().reshaped(lengths))
  }
}
