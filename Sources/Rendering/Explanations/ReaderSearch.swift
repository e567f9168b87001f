import Kernels
import Provenance
import Tensors

/// Who reads a value: found from the values that are bound, downwards.
struct ReaderSearch {
  /// A value made with another one among its operands.
  struct Consumer {
    let node: Node
    let operand: Int
  }

  /// Every value that some root depends on, operands first.
  let nodes: [Node]

  /// Looks at all that some values depend on; without recursion, for chains of any length.
  init(roots: [Node]) throws(Interrupted) {
    var finished: [Node] = []
    var seen: Set<ObjectIdentifier> = []
    for root in roots where seen.insert(ObjectIdentifier(root)).inserted {
      try Interrupt.check()
      var stack: [(node: Node, next: Int)] = [(root, 0)]
      while let (node, next) = stack.last {
        let operands = node.origin?.operands ?? []
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
    nodes = finished
  }

  /// The values made of a value directly.
  func consumers(of node: Node) -> [Consumer] {
    nodes.flatMap { consumer in
      (consumer.origin?.operands ?? []).enumerated().compactMap { place, operand in
        operand === node ? Consumer(node: consumer, operand: place) : nil
      }
    }
  }

  /// The cells of other values that depend on one cell, layer by layer; nil in place of the cells of a
  /// value of which too many do to be listed.
  ///
  /// - Parameter most: the most cells of a value that are listed.
  func reached(from node: Node, cell: CellIndex, most: Int) throws -> [(Node, Set<CellIndex>?)] {
    var reached: [ObjectIdentifier: Set<CellIndex>?] = [ObjectIdentifier(node): [cell]]
    var result: [(Node, Set<CellIndex>?)] = []
    for consumer in nodes where consumer !== node {
      guard let origin = consumer.origin else { continue }
      var cells: Set<CellIndex>? = []
      var isReached = false
      for (place, operand) in origin.operands.enumerated() {
        guard let read = reached[ObjectIdentifier(operand)] else { continue }
        isReached = true
        guard let read else {
          cells = nil
          break
        }
        try extend(&cells, with: read, of: place, consumer, most: most)
      }
      if isReached, cells?.isEmpty != true {
        reached[ObjectIdentifier(consumer)] = .some(cells)
        result.append((consumer, cells))
      }
    }
    return result
  }

  private func extend(
    _ cells: inout Set<CellIndex>?, with read: Set<CellIndex>, of operand: Int, _ consumer: Node,
    most: Int
  ) throws {
    for index in read {
      try Interrupt.check()
      guard cells != nil else { return }
      for reader in try consumer.readers(of: index, operand: operand) { cells?.insert(reader.cell) }
      if let count = cells?.count, count > most { cells = nil }
    }
  }
}
