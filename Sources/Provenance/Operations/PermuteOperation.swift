import Tensors

/// The dimensions rearranged: `permute x 0,2,3,1`, `transpose x`.
public struct PermuteOperation: Operation {
  /// The old place of each new dimension; nil swaps the last two.
  public let axes: [Int]?

  /// Makes the operation.
  public init(_ axes: [Int]?) { self.axes = axes }

  /// `permute`, or `transpose` without axes.
  public var verb: String { axes == nil ? "transpose" : "permute" }
  /// The axes.
  public var options: String { axes.map { "\($0)" } ?? "" }

  /// A view.
  public func value(of operands: [Value]) throws -> Value {
    let operand = try operands[0].tensor()
    return .tensor(
      try axes.map { axes throws(TensorError) in try operand.permuted(axes) }
        ?? operand.transposed())
  }
}
