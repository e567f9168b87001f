public import Kernels
import Tensors

/// A function of each cell: `relu x`, `-x`.
public struct UnaryOperation: Operation {
  /// The function.
  public let function: UnaryFunction

  /// Makes the operation of a function.
  public init(_ function: UnaryFunction) { self.function = function }

  /// The function's verb, or the sign.
  public var verb: String {
    switch function {
    case .negate: "-"
    case .relu: "relu"
    case .tanh: "tanh"
    case .sigmoid: "sigmoid"
    case .exp: "exp"
    case .log: "log"
    case .abs: "abs"
    case .sqrt: "sqrt"
    }
  }

  /// A tensor of the operand's shape.
  public func value(of operands: [Value]) throws -> Value {
    .tensor(try operands[0].tensor().map(function))
  }
}
