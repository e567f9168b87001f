import Kernels
public import Tensors

/// Gradient descent with momentum: v ← momentum · v + g, x ← x − rate · v.
///
/// Without momentum v is the gradient. The form is PyTorch's, where the first v is g itself.
public struct GradientDescent: Optimizer {
  /// The learning rate.
  public let rate: Double
  /// How much of the last step's direction is kept, 0 to before 1.
  public let momentum: Double

  /// Makes the rule.
  public init(rate: Double, momentum: Double = 0) {
    self.rate = rate
    self.momentum = momentum
  }

  /// One step; with momentum the direction v is remembered.
  public func step(
    _ parameter: Tensor, gradient: Tensor, memory: Tensor??
  ) throws(TensorError) -> (parameter: Tensor, memory: Tensor?) {
    var direction = gradient
    if momentum != 0, case let last?? = memory {
      direction = try .combine(.add, last.scaled(by: momentum), gradient)
    }
    let moved = try Tensor.combine(.subtract, parameter, direction.scaled(by: rate))
    return (moved, momentum == 0 ? nil : direction)
  }
}
