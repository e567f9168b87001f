public import Kernels
import Tensors

/// A function of two operands' cells, broadcast to one shape: `a + b`.
public struct BinaryOperation: Operation {
  /// The function.
  public let function: BinaryFunction

  /// Makes the operation of a function.
  public init(_ function: BinaryFunction) { self.function = function }

  /// The operator.
  public var verb: String {
    switch function {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .power: "^"
    case .maximum: "maximum"
    }
  }

  /// A tensor of the broadcast shape.
  public func value(of operands: [Value]) throws -> Value {
    .tensor(try .combine(function, operands[0].tensor(), operands[1].tensor()))
  }
}
