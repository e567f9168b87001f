extension Node {
  /// Whether the value is linear in another one, but for a constant: along every path between them
  /// each operation is linear in all that it takes from there.
  ///
  /// Where it holds, a central difference of any width is exact but for rounding. Where it does not,
  /// the value may be linear all the same: `x - x ^ 1` is not seen through.
  public func isLinear(in leaf: Node) -> Bool {
    if self === leaf { return true }
    var dependent: Set<ObjectIdentifier> = [ObjectIdentifier(leaf)]
    for node in Node.ancestry(of: [self], stoppingAt: leaf).reversed() {
      guard let origin = node.origin, node !== leaf else { continue }
      let operands = origin.operands.indices.filter {
        dependent.contains(ObjectIdentifier(origin.operands[$0]))
      }
      if operands.isEmpty { continue }
      guard origin.operation.isLinear(in: Set(operands)) else { return false }
      dependent.insert(ObjectIdentifier(node))
    }
    return true
  }
}
