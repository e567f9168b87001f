import Provenance
import Rendering

extension Session {
  /// What gradients of a value are asked of: its leaves.
  ///
  /// A leaf that no name is bound to, as in `x = reshape (arange 9) 3x3`, is stood for by the name
  /// that is made of it alone; one without such a name is called by its role, `k of conv`.
  ///
  /// - Parameter isIncluded: whether the value has a gradient with respect to a leaf.
  func subjects(below root: Node, where isIncluded: (Node) -> Bool) -> [Subject] {
    var titles: [ObjectIdentifier: String] = [:]
    if let frame {
      for (name, node) in zip(frame.definition.locals, frame.nodes) {
        if let node { titles[ObjectIdentifier(node)] = name }
      }
    }
    for (name, node) in names.bound where titles[ObjectIdentifier(node)] == nil {
      titles[ObjectIdentifier(node)] = name
    }
    let ancestry = root.ancestry
    var users: [ObjectIdentifier: [(node: Node, place: Int)]] = [:]
    for node in ancestry {
      for (place, operand) in (node.origin?.operands ?? []).enumerated() {
        users[ObjectIdentifier(operand), default: []].append((node, place))
      }
    }
    var subjects: [Subject] = []
    for leaf in ancestry.reversed()
    where leaf.origin == nil && !leaf.isLiteral && isIncluded(leaf) {
      var subject =
        named(from: leaf, below: root, titles, users)
        ?? Subject(node: leaf, title: Self.role(of: users[ObjectIdentifier(leaf)]?.first))
      subject.isData = leaf.isData
      if !subjects.contains(where: { $0.node === subject.node }) { subjects.append(subject) }
    }
    return subjects
  }

  /// The leaf if it has a name, or the first named value that everything made of it leads to.
  private func named(
    from leaf: Node, below root: Node, _ titles: [ObjectIdentifier: String],
    _ users: [ObjectIdentifier: [(node: Node, place: Int)]]
  ) -> Subject? {
    var node = leaf
    while node !== root {
      if let title = titles[ObjectIdentifier(node)] { return Subject(node: node, title: title) }
      guard let use = users[ObjectIdentifier(node)], use.count == 1 else { return nil }
      node = use[0].node
    }
    return nil
  }

  private static func role(of use: (node: Node, place: Int)?) -> String {
    guard let use, let operation = use.node.origin?.operation else { return "y" }
    return "\(operation.role(of: use.place)) of \(operation.verb)"
  }

  /// Whether a backward pass reaches a value that a name had before it was bound anew.
  func wasReached(_ name: String, by backward: Backward) -> Bool {
    let former = Set(names.former(named: name))
    return backward.nodes.contains { former.contains(ObjectIdentifier($0)) }
  }

  /// Keeps a value's past from growing without end, as in `total = total + loss`, and says so once a
  /// name.
  func boundPast(of node: Node, named target: Target) {
    guard let cut = Lineage.bound(node) else { return }
    let name = self.name(of: target)
    guard cutNames.insert(name).inserted else { return }
    writeDiagnostic(
      "note: the past of \(name) is let go, \(Quantity.count(cut.depth)) operations that held "
        + "\(Quantity.bytes(cut.bytes)); gradients end there, and `detach` keeps it from growing")
  }
}
