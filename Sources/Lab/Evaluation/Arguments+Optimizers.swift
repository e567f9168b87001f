import Language
import Provenance
import Tensors

extension Arguments {
  /// Moves every operand, a name, one step against its gradient and binds it to the result, a leaf.
  /// The names are bound once all steps are known.
  ///
  /// What the optimiser remembers of a parameter stays with the value that it made: a value from
  /// elsewhere starts anew.
  func optimize<Rule: Optimizer>(with optimizer: Rule) throws {
    var moved: [Node] = []
    moved.reserveCapacity(count)
    for place in 0..<count {
      let (target, node) = try binding(place)
      let gradient = try gradient(of: node, place)
      moved.append(try optimizer.moved(node, against: gradient.tensor()))
      session.recording?.note(
        ParameterDescent(
          of: target, from: node, against: gradient,
          step: { node, gradient in try optimizer.moved(node, against: gradient) },
          repeated: optimizer.repeatedStep))
    }
    for place in 0..<count { try session.bind(binding(place).target, to: moved[place]) }
  }

  /// The gradient of the last `backward` with respect to an operand that is a name.
  private func gradient(of node: Node, _ place: Int) throws -> Node {
    // Whatever is in the way is said by the way round that names it.
    guard let backward = session.gradients?.backward, backward.reaches(node) else {
      return try gradient(of: expression(place))
    }
    return try backward.gradient(of: node)
  }
}

extension Optimizer {
  /// A leaf one step away, which holds what is to be remembered.
  fileprivate func moved(_ parameter: Node, against gradient: Tensor) throws -> Node {
    let step = try step(
      parameter.tensor(), gradient: gradient, memory: parameter.memory as? Memory)
    let result = Node(step.parameter)
    result.memory = step.memory
    return result
  }
}
