import Kernels
public import Tensors

/// Adam: steps scaled by running means of the gradient and of its square.
///
/// Kingma and Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1.
public struct Adam: Optimizer {
  /// The running means and how many steps they have taken.
  public struct Memory: Sendable {
    /// The running mean of the gradient.
    public let mean: Tensor
    /// The running mean of its square.
    public let square: Tensor
    /// The steps so far.
    public let steps: Int
  }

  /// The learning rate α.
  public let rate: Double
  /// How much of the mean is kept, β₁.
  public let meanDecay: Double
  /// How much of the mean square is kept, β₂.
  public let squareDecay: Double
  /// What keeps the divisor from 0, ε.
  public let epsilon: Double

  /// Makes the rule.
  public init(rate: Double, meanDecay: Double, squareDecay: Double, epsilon: Double) {
    self.rate = rate
    self.meanDecay = meanDecay
    self.squareDecay = squareDecay
    self.epsilon = epsilon
  }

  /// One step.
  public func step(
    _ parameter: Tensor, gradient: Tensor, memory: Memory?
  ) throws(TensorError) -> (parameter: Tensor, memory: Memory) {
    let steps = (memory?.steps ?? 0) + 1
    let squared = try Tensor.combine(.multiply, gradient, gradient)
    let mean = try Self.blend(memory?.mean, gradient, keeping: meanDecay)
    let square = try Self.blend(memory?.square, squared, keeping: squareDecay)
    // Both means start at 0; dividing by 1 − βᵗ takes that out again.
    let meanScale = 1 / (1 - Self.power(meanDecay, steps))
    let squareScale = 1 / (1 - Self.power(squareDecay, steps))
    let divisor = try Tensor.combine(
      .add, square.scaled(by: squareScale).map(.sqrt), Tensor(epsilon, parameter.elementType))
    let step = try Tensor.combine(.divide, mean.scaled(by: rate * meanScale), divisor)
    return (
      try .combine(.subtract, parameter, step), Memory(mean: mean, square: square, steps: steps)
    )
  }

  private static func blend(
    _ last: Tensor?, _ new: Tensor, keeping decay: Double
  ) throws(TensorError) -> Tensor {
    let part = try new.scaled(by: 1 - decay)
    return try last.map { last throws(TensorError) in
      try .combine(.add, last.scaled(by: decay), part)
    } ?? part
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, factor, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= factor }
      factor *= factor
      rest >>= 1
    }
    return result
  }
}

extension Tensor {
  /// Each cell times a number, in the tensor's own type.
  func scaled(by factor: Double) throws(TensorError) -> Tensor {
    try .combine(.multiply, self, Tensor(factor, elementType))
  }
}
