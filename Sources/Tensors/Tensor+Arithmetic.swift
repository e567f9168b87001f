public import Kernels

extension ElementType {
  /// The type that holds the numbers of both: f64 if either is.
  public static func promoted(_ left: ElementType, _ right: ElementType) -> ElementType {
    left == .f64 || right == .f64 ? .f64 : .f32
  }
}

extension BinaryFunction {
  /// The function of two numbers, for which a loop would take longer than the sum; nil where a loop
  /// is needed. In f64 it is exact enough to be rounded to f32 once more.
  fileprivate func number(_ a: Double, _ b: Double) -> Double? {
    switch self {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .power, .maximum: nil
    }
  }
}

extension Tensor {
  /// Each cell's function, in a new tensor of the same shape and type.
  public func map(_ function: UnaryFunction) throws(TensorError) -> Tensor {
    let result = try Tensor.uninitialized(shape, elementType)
    try result.write(function, of: self)
    return result
  }

  /// The function of two tensors' cells, broadcast to one shape and promoted to one type.
  ///
  /// - Throws: `TensorError.notBroadcastable` if the shapes disagree.
  public static func combine(
    _ function: BinaryFunction, _ left: Tensor, _ right: Tensor
  ) throws(TensorError) -> Tensor {
    let type = ElementType.promoted(left.elementType, right.elementType)
    if left.shape.rank == 0, right.shape.rank == 0,
      let number = function.number(left.storage[left.offset], right.storage[right.offset])
    {
      return Tensor(number, type)
    }
    if left.shape == right.shape, left.elementType == right.elementType {
      let result = try Tensor.uninitialized(left.shape, type)
      try result.write(function, of: left, right)
      return result
    }
    let shape = try Shape.broadcast(left.shape, right.shape)
    let result = try Tensor.uninitialized(shape, type)
    try result.write(
      function, of: left.converted(to: type).broadcast(to: shape),
      right.converted(to: type).broadcast(to: shape))
    return result
  }
}
