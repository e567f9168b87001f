public import Kernels

extension Tensor {
  /// A tensor whose cells are drawn one by one in row-major order.
  @inline(__always)
  public init(
    _ shape: Shape, _ elementType: ElementType, drawing next: () -> Double
  ) throws(TensorError) {
    self = try .uninitialized(shape, elementType)
    switch elementType {
    case .f32: try write(Float.self) { Float(next()) }
    case .f64: try write(Double.self, next)
    }
  }

  /// Sets the cells of a tensor that nobody shares yet, in row-major order.
  @inline(__always)
  func write<S: Scalar>(_ type: S.Type, _ next: () -> S) throws(TensorError) {
    for lower in stride(from: 0, to: shape.count, by: 1 << 16) {
      if Interrupt.isRequested { throw .interrupted }
      let upper = min(shape.count, lower + (1 << 16))
      storage.withMutableSpan(of: type) { cells in
        for place in lower..<upper { cells[place] = next() }
      }
    }
  }

  /// The n×n identity.
  public static func identity(_ size: Int, _ elementType: ElementType) throws(TensorError)
    -> Tensor
  {
    let result = try Tensor(Shape([size, size]), elementType)
    for place in 0..<size { result.storage[place * (size + 1)] = 1 }
    return result
  }

  /// The numbers from `first` to before `end`, `step` apart.
  ///
  /// - Throws: `TensorError.zeroStep`, or `.outOfRange` for a bound or a step that is not finite.
  public static func range(
    _ first: Double, _ end: Double, step: Double, _ elementType: ElementType
  ) throws(TensorError) -> Tensor {
    guard step != 0 else { throw .zeroStep }
    for (number, what) in [(first, "first number"), (end, "end"), (step, "step")] {
      try require(number, what, isIn: -Double.greatestFiniteMagnitude...(.greatestFiniteMagnitude))
    }
    let count = max(0, ((end - first) / step).rounded(.up))
    try require(count, "number of cells", isIn: 0...0x1p53)
    var place = -1.0
    return try Tensor(Shape([Int(count)]), elementType) {
      place += 1
      return first + place * step
    }
  }

  /// `count` numbers from `first` to `last`, both included, equally far apart.
  public static func spaced(
    _ first: Double, _ last: Double, count: Int, _ elementType: ElementType
  ) throws(TensorError) -> Tensor {
    var place = -1
    return try Tensor(Shape([count]), elementType) {
      place += 1
      if place == count - 1 { return count == 1 ? first : last }
      return first + (last - first) * Double(place) / Double(count - 1)
    }
  }
}
