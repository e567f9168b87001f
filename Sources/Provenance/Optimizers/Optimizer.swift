public import Tensors

/// A rule that moves a parameter against its gradient.
///
/// A rule makes new values and leaves old ones alone, so that an older `explain` stays true.
public protocol Optimizer: Sendable {
  /// What is remembered of a parameter from one step to the next.
  associatedtype Memory: Sendable

  /// One step.
  ///
  /// - Parameters:
  ///   - parameter: the value now.
  ///   - gradient: of the parameter's shape and type.
  ///   - memory: what the step before left; nil before the first one.
  /// - Returns: the value after the step, and what to remember, if anything.
  func step(
    _ parameter: Tensor, gradient: Tensor, memory: Memory?
  ) throws(TensorError) -> (parameter: Tensor, memory: Memory?)

  /// Prepares steps from and to the same blocks of cells.
  ///
  /// - Parameters:
  ///   - parameter: the value before each step.
  ///   - gradient: of the parameter's shape and type.
  ///   - next: where the value goes; all three are in row-major order.
  /// - Returns: nil of a rule that remembers something, or that does not take such a gradient.
  func repeatedStep(
    from parameter: Tensor, gradient: Tensor, to next: Tensor
  ) -> Computation?
}

extension Optimizer {
  /// It remembers something.
  public func repeatedStep(
    from parameter: Tensor, gradient: Tensor, to next: Tensor
  ) -> Computation? { nil }
}
