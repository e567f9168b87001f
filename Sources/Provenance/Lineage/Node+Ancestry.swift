extension Node {
  /// The value and all it came from, each before its operands.
  public var ancestry: [Node] { Self.ancestry(of: [self]) }

  /// Some values and all they came from, each before its operands; without recursion, for chains of
  /// any length.
  ///
  /// - Parameters:
  ///   - excluded: nodes that are left out, with what only they came from.
  ///   - end: a node below which nobody looks.
  public static func ancestry(
    of roots: [Node], excluding excluded: Set<ObjectIdentifier> = [], stoppingAt end: Node? = nil
  ) -> [Node] {
    var finished: [Node] = []
    var seen = excluded
    for root in roots where seen.insert(ObjectIdentifier(root)).inserted {
      var stack: [(node: Node, next: Int)] = [(root, 0)]
      while let (node, next) = stack.last {
        let operands = node === end ? [] : node.origin?.operands ?? []
        if next < operands.count {
          stack[stack.count - 1].next += 1
          if seen.insert(ObjectIdentifier(operands[next])).inserted {
            stack.append((operands[next], 0))
          }
        } else {
          finished.append(node)
          stack.removeLast()
        }
      }
    }
    return finished.reversed()
  }
}
