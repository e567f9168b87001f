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
}
