import Kernels
import Tensors

/// One cell for many: `sum x axis=1`, `mean x`, `max x`, `min x`.
public struct ReduceOperation: Operation {
  /// What is made of the cells.
  public enum Kind: String, Sendable, Hashable {
    case sum, mean, max, min
  }

  /// What is made of the cells.
  public let kind: Kind
  /// The reduced axes; nil for all.
  public let axes: [Int]?

  /// Makes the operation.
  public init(_ kind: Kind, axes: [Int]?) {
    self.kind = kind
    self.axes = axes
  }

  /// `sum`, `mean`, `max` or `min`.
  public var verb: String { kind.rawValue }
  /// The axes, if any were given.
  public var options: String {
    axes.map { "axis=" + $0.map(String.init).joined(separator: ",") } ?? ""
  }

  /// A tensor of the axes that stay.
  public func value(of operands: [Value]) throws -> Value {
    let operand = try operands[0].tensor()
    return switch kind {
    case .sum: .tensor(try operand.reduced(.sum, axes: axes))
    case .mean: .tensor(try operand.mean(axes: axes))
    case .max: .tensor(try operand.reduced(.max, axes: axes))
    case .min: .tensor(try operand.reduced(.min, axes: axes))
    }
  }
}
