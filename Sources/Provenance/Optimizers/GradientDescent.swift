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
    _ parameter: Tensor, gradient: Tensor, memory: Tensor?
  ) throws(TensorError) -> (parameter: Tensor, memory: Tensor?) {
    let type = parameter.elementType
    let gradient = try gradient.converted(to: type).contiguous()
    let moved = try Tensor.uninitialized(parameter.shape, type)
    let start = try parameter.contiguous()
    var last: Tensor?
    // The first direction is the gradient itself.
    var direction = momentum == 0 ? nil : gradient
    if momentum != 0, let remembered = memory {
      last = try remembered.contiguous()
      direction = try Tensor.uninitialized(parameter.shape, type)
    }
    do throws(Interrupted) {
      try ParameterStep.descend(
        start.cells, gradient: gradient.cells, direction: last?.cells, momentum: momentum,
        rate: rate, into: moved.cells, nextDirection: last == nil ? nil : direction?.cells)
    } catch {
      throw .interrupted
    }
    return (moved, direction)
  }

  /// Steps without momentum.
  public func repeatedStep(
    from parameter: Tensor, gradient: Tensor, to next: Tensor
  ) -> Computation? {
    guard momentum == 0, gradient.elementType == parameter.elementType, gradient.isContiguous else {
      return nil
    }
    let (x, g, y, rate) = (parameter.cells, gradient.cells, next.cells, rate)
    return {
      try ParameterStep.descend(
        x, gradient: g, direction: nil, momentum: 0, rate: rate, into: y, nextDirection: nil)
    }
  }
}
