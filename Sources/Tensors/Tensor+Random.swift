public import Kernels

extension Tensor {
  /// Numbers from `low` up to `high`, each equally likely; in f64 `high` itself does not come.
  ///
  /// Both types take one step of the stream a cell: the f32 numbers are the f64 ones cut to 24 bits.
  public static func uniform(
    _ shape: Shape, _ elementType: ElementType, from low: Double = 0, to high: Double = 1,
    using random: inout RandomSource
  ) throws(TensorError) -> Tensor {
    let span = high - low
    let result = try uninitialized(shape, elementType)
    var source = random
    let storage = result.storage
    try result.forEachBlock(drawingFrom: &source) { places, bits in
      switch elementType {
      case .f32:
        storage.withMutableSpan(of: Float.self) { cells in
          precondition(places.upperBound <= cells.count && places.count == bits.count)
          for draw in 0..<places.count {
            cells[unchecked: places.lowerBound &+ draw] = Float(
              low + span * RandomSource.shortUniform(bits[unchecked: draw]))
          }
        }
      case .f64:
        storage.withMutableSpan(of: Double.self) { cells in
          precondition(places.upperBound <= cells.count && places.count == bits.count)
          for draw in 0..<places.count {
            cells[unchecked: places.lowerBound &+ draw] =
              low + span * RandomSource.uniform(bits[unchecked: draw])
          }
        }
      }
    }
    random = source
    return result
  }

  /// Numbers of a normal distribution.
  public static func normal(
    _ shape: Shape, _ elementType: ElementType, mean: Double = 0, deviation: Double = 1,
    using random: inout RandomSource
  ) throws(TensorError) -> Tensor {
    var source = random
    let result = try uninitialized(shape, elementType)
    let storage = result.storage
    try result.forEachBlock(drawingNormalsFrom: &source) { places, numbers in
      switch elementType {
      case .f32:
        storage.withMutableSpan(of: Float.self) { cells in
          precondition(places.upperBound <= cells.count && places.count == numbers.count)
          for draw in 0..<places.count {
            cells[unchecked: places.lowerBound &+ draw] = Float(
              mean + deviation * numbers[unchecked: draw])
          }
        }
      case .f64:
        storage.withMutableSpan(of: Double.self) { cells in
          precondition(places.upperBound <= cells.count && places.count == numbers.count)
          for draw in 0..<places.count {
            cells[unchecked: places.lowerBound &+ draw] =
              mean + deviation * numbers[unchecked: draw]
          }
        }
      }
    }
    random = source
    return result
  }

  /// Weights that keep the size of signals both ways through a layer without a bend: uniform in
  /// ±√(6 / (inputs + outputs)).
  ///
  /// Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural
  /// networks", 2010, equation 16.
  public static func xavier(
    _ shape: Shape, _ elementType: ElementType, channelsLast: Bool = false,
    using random: inout RandomSource
  ) throws(TensorError) -> Tensor {
    let fans = try WeightFans(shape, channelsLast: channelsLast)
    let bound = (6 / (fans.inputs + fans.outputs)).squareRoot()
    return try uniform(shape, elementType, from: -bound, to: bound, using: &random)
  }

  /// Weights that keep the size of signals through a layer followed by a relu: normal, with a
  /// standard deviation of √(2 / inputs).
  ///
  /// He, Zhang, Ren and Sun, "Delving deep into rectifiers", 2015, equation 10.
  public static func he(
    _ shape: Shape, _ elementType: ElementType, channelsLast: Bool = false,
    using random: inout RandomSource
  ) throws(TensorError) -> Tensor {
    let fans = try WeightFans(shape, channelsLast: channelsLast)
    let deviation = (2 / fans.inputs).squareRoot()
    return try normal(shape, elementType, deviation: deviation, using: &random)
  }

  /// The slices of several tensors along their first axis in one random order, the same for all.
  ///
  /// - Throws: `TensorError.firstLength` if the first lengths differ.
  public static func shuffled(
    _ tensors: [Tensor], using random: inout RandomSource
  ) throws(TensorError) -> [Tensor] {
    guard let first = tensors.first else { return [] }
    for tensor in tensors {
      guard tensor.shape.rank > 0 else { throw .axis(0, rank: 0) }
      guard tensor.shape[0] == first.shape[0] else {
        throw .firstLength(first.shape, tensor.shape)
      }
    }
    // A length that no cells go with can be near the largest number; no order of it is needed.
    if tensors.allSatisfy({ $0.shape.count == 0 }) { return tensors }
    let order = random.permutation(first.shape[0])
    return try tensors.map { (tensor) throws(TensorError) in try tensor.gathered(order) }
  }
}
