import Provenance

/// The session's names: each has a slot, found once, and the value bound to it, if any.
final class Names {
  private var slots: [String: Int] = [:]
  private(set) var names: [String] = []
  private var nodes: [Node?] = []
  private var formerNodes: [Int: [ObjectIdentifier]] = [:]

  /// So many former values of a name are remembered.
  private static let mostFormer = 8

  /// The slot of a name, made if it is new.
  func slot(of name: String) -> Int {
    if let slot = slots[name] { return slot }
    slots[name] = names.count
    names.append(name)
    nodes.append(nil)
    return names.count - 1
  }

  /// The value in a slot.
  subscript(slot: Int) -> Node? {
    get { nodes[slot] }
    set {
      if let old = nodes[slot], newValue != nil { remember(old, slot) }
      nodes[slot] = newValue
    }
  }

  /// The values that a name had before, by identity: a value that is gone may share it with a new one.
  func former(named name: String) -> [ObjectIdentifier] {
    slots[name].flatMap { formerNodes[$0] } ?? []
  }

  // A weak reference would make every later retain of the value slow.
  private func remember(_ node: Node, _ slot: Int) {
    formerNodes[slot, default: []].append(ObjectIdentifier(node))
    if formerNodes[slot, default: []].count > 2 * Self.mostFormer {
      formerNodes[slot]?.removeFirst(Self.mostFormer)
    }
  }

  /// The value bound to a name.
  func node(named name: String) -> Node? { slots[name].flatMap { nodes[$0] } }

  /// The name of a slot.
  func name(of slot: Int) -> String { names[slot] }

  /// The names that have a value, in alphabetical order.
  var bound: [(name: String, node: Node)] {
    zip(names, nodes).compactMap { name, node in node.map { (name, $0) } }
      .sorted { $0.name < $1.name }
  }

  /// Every slot's value, to go back to.
  var snapshot: [Node?] { nodes }

  /// Goes back to an earlier state; slots made since then are empty.
  func restore(_ snapshot: [Node?]) {
    for slot in nodes.indices { nodes[slot] = slot < snapshot.count ? snapshot[slot] : nil }
  }

  /// Unbinds a name.
  func drop(_ name: String) {
    if let slot = slots[name] { nodes[slot] = nil }
  }
}
