import Provenance
import Tensors

/// The session's names: each has a slot, found once, and the value bound to it, if any.
///
/// What is bound between `begin` and `keep` or `takeBack` is noted down, once a name, so that it can be
/// undone; such a stretch may lie in another one.
final class Names {
  private struct Slot {
    var node: Node?
    /// The innermost stretch that can give back what was bound before it began; 0 for none.
    var stretch = 0
    var former = FormerValues()
  }

  /// What was changed, with what it takes to undo it.
  private struct Change {
    let slot: Int
    /// The value that was bound before, and the stretch that can give back one before that.
    let former: Node?
    let stretch: Int
    /// Cells that were replaced where they lie; nil if the name was bound to another value.
    var cells: FormerCells?
  }

  /// Cells of a value as they were.
  private final class FormerCells {
    let items: [SliceItem]
    let cells: Tensor

    init(_ items: [SliceItem], _ cells: Tensor) {
      self.items = items
      self.cells = cells
    }
  }

  /// A stretch that can still be taken back, and where its changes begin.
  private struct Stretch {
    let number: Int
    let start: Int
  }

  private var slots: [String: Int] = [:]
  private(set) var names: [String] = []
  @exclusivity(unchecked) private var values: [Slot] = []
  @exclusivity(unchecked) private var changes: [Change] = []
  @exclusivity(unchecked) private var stretches: [Stretch] = []
  private var lastNumber = 0

  /// The slot of a name, made if it is new.
  func slot(of name: String) -> Int {
    if let slot = slots[name] { return slot }
    slots[name] = names.count
    names.append(name)
    values.append(Slot())
    return names.count - 1
  }

  /// The value in a slot.
  subscript(slot: Int) -> Node? {
    get { values[slot].node }
    set {
      var node = newValue
      swap(&values[slot].node, &node)
      if newValue != nil, let node { values[slot].former.append(node) }
      note(slot, former: node)
    }
  }

  /// The values that a name had before, by identity: a value that is gone may share it with a new one.
  func former(named name: String) -> [ObjectIdentifier] {
    slots[name].map { values[$0].former.identities } ?? []
  }

  /// The value bound to a name.
  func node(named name: String) -> Node? { slots[name].flatMap { values[$0].node } }

  /// The name of a slot.
  func name(of slot: Int) -> String { names[slot] }

  /// The names that have a value, in alphabetical order.
  var bound: [(name: String, node: Node)] {
    zip(names, values).compactMap { name, slot in slot.node.map { (name, $0) } }
      .sorted { $0.name < $1.name }
  }

  /// Unbinds a name.
  func drop(_ name: String) {
    if let slot = slots[name] { self[slot] = nil }
  }

  /// Replaces cells of a slot's value where they lie.
  ///
  /// - Returns: whether it did; it does not if somebody else holds the value.
  func replaceCells(
    in slot: Int, _ items: [SliceItem], with part: Tensor
  ) throws(TensorError) -> Bool {
    // The innermost stretch can undo single cells; those around it must have the value whole.
    let innermost = stretches.last?.number ?? 0
    let isNoted = values[slot].stretch == innermost
    let outer = stretches.count > 1 ? stretches[stretches.count - 2].number : -1
    guard isNoted || values[slot].stretch == outer,
      let former = try Node.replaceCells(of: &values[slot].node, items, with: part)
    else { return false }
    if !isNoted {
      changes.append(
        Change(
          slot: slot, former: nil, stretch: values[slot].stretch,
          cells: FormerCells(items, former)))
    }
    return true
  }

  /// Notes down what a slot had unless the innermost stretch can give it back already.
  private func note(_ slot: Int, former: consuming Node?) {
    guard let innermost = stretches.last, values[slot].stretch != innermost.number else { return }
    changes.append(Change(slot: slot, former: former, stretch: values[slot].stretch))
    values[slot].stretch = innermost.number
  }
}

// MARK: - Stretches

extension Names {
  /// A stretch that has begun.
  struct Mark {
    fileprivate let depth: Int
  }

  /// Begins a stretch whose changes can be taken back.
  func begin() -> Mark {
    lastNumber += 1
    stretches.append(Stretch(number: lastNumber, start: changes.count))
    return Mark(depth: stretches.count - 1)
  }

  /// Ends a stretch, and all that began in it: its changes stay, and are the outer stretch's.
  func keep(_ mark: Mark) {
    let start = stretches[mark.depth].start
    stretches.removeSubrange(mark.depth...)
    guard let outer = stretches.last?.number else {
      return changes.removeAll(keepingCapacity: true)
    }
    var kept = start
    for place in start..<changes.count where changes[place].cells == nil {
      let (slot, stretch) = (changes[place].slot, changes[place].stretch)
      values[slot].stretch = outer
      // What the outer stretch can give back already it needs no second time.
      if stretch == outer { continue }
      if kept < place { changes.swapAt(kept, place) }
      kept += 1
    }
    while changes.count > kept { changes.removeLast() }
  }

  /// Ends a stretch, and all that began in it, and undoes its changes, the last one first.
  func takeBack(_ mark: Mark) {
    let start = stretches[mark.depth].start
    stretches.removeSubrange(mark.depth...)
    while changes.count > start, let change = changes.popLast() {
      if let former = change.cells {
        values[change.slot].node?.restoreCells(former.items, former.cells)
      } else {
        values[change.slot].node = change.former
        values[change.slot].stretch = change.stretch
      }
    }
  }
}
