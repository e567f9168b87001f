import Provenance

/// The session's names: each has a slot, found once, and the value bound to it, if any.
final class Names {
  private var slots: [String: Int] = [:]
  private(set) var names: [String] = []
  private var nodes: [Node?] = []
  private var formerNodes: [Int: [FormerNode]] = [:]

  /// A value that a name had, for as long as something else needs it.
  private struct FormerNode {
    weak var node: Node?
  }

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

  /// The values that a name had before and that are still needed somewhere, the latest first.
  func former(named name: String) -> [Node] {
    (slots[name].flatMap { formerNodes[$0] } ?? []).reversed().compactMap(\.node)
  }

  private func remember(_ node: Node, _ slot: Int) {
    var former = formerNodes[slot, default: []].filter { $0.node != nil }
    if former.count >= Self.mostFormer { former.removeFirst() }
    former.append(FormerNode(node: node))
    formerNodes[slot] = former
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
