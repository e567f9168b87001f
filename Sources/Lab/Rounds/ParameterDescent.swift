import Provenance
import Tensors

/// One name that a round moves against its gradient.
struct ParameterDescent {
  /// The name; nil of one that is a verb's own.
  let slot: Int?
  /// The value before the step.
  let parameter: Node
  /// Its gradient.
  let gradient: Node
  /// The rule: the leaf that a value and its gradient come to.
  let step: (Node, Tensor) throws -> Node
  /// Steps from and to the same blocks: `Optimizer.repeatedStep`.
  let repeated: (Tensor, Tensor, Tensor) -> Computation?

  init(
    of target: Target, from parameter: Node, against gradient: Node,
    step: @escaping (Node, Tensor) throws -> Node,
    repeated: @escaping (Tensor, Tensor, Tensor) -> Computation?
  ) {
    if case .global(let slot, _) = target { self.slot = slot } else { slot = nil }
    (self.parameter, self.gradient) = (parameter, gradient)
    (self.step, self.repeated) = (step, repeated)
  }
}
