import Provenance

/// What an optimiser remembers of one name, and the value it belongs to: a value from elsewhere starts
/// anew.
struct OptimizerMemory {
  let node: Node
  let memory: any Sendable
}

extension Arguments {
  /// Moves every operand, a name, one step against its gradient and binds it to the result, a leaf.
  /// The names are bound once all steps are known.
  func optimize(with optimizer: some Optimizer) throws {
    var steps: [(name: String, node: Node, memory: any Sendable)] = []
    for place in 0..<count {
      let (name, node) = try binding(place)
      let gradient = try gradient(of: expression(place)).value.tensor()
      let step = try optimizer.step(
        node.value.tensor(), gradient: gradient, memory: memory(of: name, node, for: optimizer))
      steps.append((name, Node(step.parameter), step.memory))
    }
    for (name, node, memory) in steps {
      session.bind(name, to: node)
      session.optimizerMemories[name] = OptimizerMemory(node: node, memory: memory)
    }
  }

  private func memory<Rule: Optimizer>(
    of name: String, _ node: Node, for _: Rule
  ) -> Rule.Memory? {
    guard let known = session.optimizerMemories[name], known.node === node else { return nil }
    return known.memory as? Rule.Memory
  }
}
