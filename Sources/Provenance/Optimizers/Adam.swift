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
  ) throws(TensorError) -> (parameter: Tensor, memory: Memory?) {
    let steps = (memory?.steps ?? 0) + 1
    let type = parameter.elementType
    let gradient = try gradient.converted(to: type).contiguous()
    let last = try memory.map { last throws(TensorError) in
      (try last.mean.contiguous(), try last.square.contiguous())
    }
    let next = (
      parameter: try Tensor.uninitialized(parameter.shape, type),
      mean: try Tensor.uninitialized(parameter.shape, type),
      square: try Tensor.uninitialized(parameter.shape, type)
    )
    // Both means start at 0; dividing by 1 − βᵗ takes that out again.
    let factors = ParameterStep.AdamFactors(
      meanDecay: meanDecay, squareDecay: squareDecay,
      meanScale: rate * (1 / (1 - Self.power(meanDecay, steps))),
      squareScale: 1 / (1 - Self.power(squareDecay, steps)), epsilon: epsilon)
    let state = ParameterStep.AdamState(
      parameter: try parameter.contiguous().cells, mean: (last?.0 ?? next.mean).cells,
      square: (last?.1 ?? next.square).cells)
    do throws(Interrupted) {
      try ParameterStep.adam(
        state, gradient: gradient.cells, isFirst: last == nil, factors,
        into: ParameterStep.AdamState(
          parameter: next.parameter.cells, mean: next.mean.cells, square: next.square.cells))
    } catch {
      throw .interrupted
    }
    return (next.parameter, Memory(mean: next.mean, square: next.square, steps: steps))
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
