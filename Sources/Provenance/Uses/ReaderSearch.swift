import Kernels
public import Tensors

/// Who reads a value: the relation of `explain`, the other way round, found from the values that are
/// bound downwards.
public struct ReaderSearch {
  /// A value made with another one among its operands.
  public struct Consumer {
    /// The value that was made.
    public let node: Node
    /// The place of the other one among its operands.
    public let operand: Int
  }

  /// Every value that some root depends on, operands first.
  private let nodes: [Node]

  /// Looks at some values and all that they were made of.
  public init(roots: [Node]) { nodes = Node.ancestry(of: roots).reversed() }

  /// The values made of a value directly.
  public func consumers(of node: Node) -> [Consumer] {
    nodes.flatMap { consumer in
      (consumer.origin?.operands ?? []).enumerated().compactMap { place, operand in
        operand === node ? Consumer(node: consumer, operand: place) : nil
      }
    }
  }

  /// The cells of other values that depend on one cell, layer by layer.
  ///
  /// - Parameter most: the most cells of a value that are listed.
  /// - Returns: the values with their cells; nil in place of more cells than are listed.
  /// - Throws: `ProvenanceError.cell`, what telling a reader throws, and `Interrupted`.
  public func reached(
    from node: Node, cell: CellIndex, most: Int
  ) throws -> [(node: Node, cells: Set<CellIndex>?)] {
    var reached: [ObjectIdentifier: Set<CellIndex>?] = [ObjectIdentifier(node): [cell]]
    var result: [(node: Node, cells: Set<CellIndex>?)] = []
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
