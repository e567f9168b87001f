public import Kernels
import Tensors

/// The same numbers in another type: `f32 x`, `f64 x`.
public struct ConvertOperation: Operation {
  /// The new type.
  public let elementType: ElementType

  /// Makes the operation.
  public init(_ elementType: ElementType) { self.elementType = elementType }

  /// `f32` or `f64`.
  public var verb: String { elementType.description }

  /// A tensor of the type, each cell rounded to it.
  public func value(of operands: [Value]) throws -> Value {
    .tensor(try operands[0].tensor().converted(to: elementType))
  }
}
