import Tensors

/// e^x divided by its sum along an axis: `softmax x axis=1`.
public struct SoftmaxOperation: Operation {
  /// The axis that sums to 1.
  public let axis: Int

  /// Makes the operation.
  public init(axis: Int) { self.axis = axis }

  /// `softmax`.
  public var verb: String { "softmax" }
  /// The axis.
  public var options: String { "axis=\(axis)" }

  /// A tensor of the operand's shape.
  public func value(of operands: [Value]) throws -> Value {
    .tensor(try operands[0].tensor().softmax(axis: axis))
  }
}
