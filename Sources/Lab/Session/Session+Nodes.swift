import Provenance

extension Session {
  /// What a value that another one came from is called: a name that is bound to it, or else its role
  /// where it is used first, `k of conv`.
  func title(of node: Node, below root: Node) -> String {
    if let name = names.bound.first(where: { $0.node === node })?.name { return name }
    for user in root.ancestry {
      guard let origin = user.origin,
        let place = origin.operands.firstIndex(where: { $0 === node })
      else { continue }
      return "\(origin.operation.role(of: place)) of \(origin.operation.verb)"
    }
    return "it"
  }

  /// The value that a name was bound to before it was bound anew, if a backward pass reaches it.
  func formerNode(named name: String, reachedBy backward: Backward) -> Node? {
    names.former(named: name).first { backward.reaches($0) }
  }
}
