import Tensors

/// Backwards along some axes: `flip k axis=2,3`.
public struct FlipOperation: Operation {
  /// The axes; nil for all.
  public let axes: [Int]?

  /// Makes the operation.
  public init(axes: [Int]?) { self.axes = axes }

  /// `flip`.
  public var verb: String { "flip" }
  /// The axes, if any were given.
  public var options: String {
    axes.map { "axis=" + $0.map(String.init).joined(separator: ",") } ?? ""
  }

  /// A view.
  public func value(of operands: [Value]) throws -> Value {
    let operand = try operands[0].tensor()
    return .tensor(try operand.flipped(axes ?? Array(0..<operand.shape.rank)))
  }
}
