extension Node {
  /// Room for so many nodes is made at once.
  private static let shortWalk = 32

  /// The value and all it came from, each before its operands.
  public var ancestry: [Node] { Self.ancestry(of: [self]) }

  /// Some values and all they came from, each before its operands; without recursion, for chains of
  /// any length. Each node's `visit.place` is then its place, until another walk comes by.
  ///
  /// - Parameters:
  ///   - excluded: nodes that are left out, with what only they came from.
  ///   - end: a node below which nobody looks.
  public static func ancestry(
    of roots: [Node], excluding excluded: Set<ObjectIdentifier> = [], stoppingAt end: Node? = nil
  ) -> [Node] {
    let walk = Visit.newWalk()
    // Nodes as they are met, and their places there in the order in which they are left again.
    var met: [Node] = []
    var left: [Int] = []
    var stack: [(place: Int, next: Int)] = []
    met.reserveCapacity(shortWalk)
    left.reserveCapacity(shortWalk)
    stack.reserveCapacity(shortWalk)
    func meet(_ node: Node) {
      guard node.visit.walk != walk else { return }
      node.visit.walk = walk
      if !excluded.isEmpty, excluded.contains(ObjectIdentifier(node)) { return }
      stack.append((met.count, 0))
      met.append(node)
    }
    for root in roots {
      meet(root)
      while let (place, next) = stack.last {
        let node = met[place]
        if next < node.operands.count, node !== end {
          stack[stack.count - 1].next += 1
          meet(node.operands[next])
        } else {
          left.append(place)
          stack.removeLast()
        }
      }
    }
    return left.indices.map { place in
      let node = met[left[left.count - 1 - place]]
      node.visit.place = place
      return node
    }
  }
}
