import Tensors

/// The matrix product `a @ b`; a lazy operand is packed as it is needed and never exists whole.
public struct MatmulOperation: Operation {
  /// Makes the operation.
  public init() {}

  /// The operator.
  public var verb: String { "@" }

  /// The product over the last two dimensions, leading ones broadcast.
  public func value(of operands: [Value]) throws -> Value {
    .tensor(try .matmul(packing: operands[0].source, operands[1].source))
  }
}
