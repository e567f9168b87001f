import Kernels
public import Tensors

/// Who reads a value: the relation of `explain`, the other way round.
public enum Uses {
  /// A value and the name that stands for it.
  public typealias NamedNode = (name: String, node: Node)

  /// Every reading of a cell in values and all that they were made of.
  ///
  /// - Parameters:
  ///   - cell: an index that the node's shape contains.
  ///   - roots: the values to look through; those that do not depend on the node have no part.
  ///   - limit: the most cells that are followed in any one value.
  /// - Returns: the uses, each after those that it goes through.
  /// - Throws: `ProvenanceError.cell`, or what telling a reader throws.
  public static func readers(
    of node: Node, cell: CellIndex, in roots: [NamedNode], limit: Int = 10_000
  ) throws -> [Use] {
    guard node.value.shape.contains(cell) else {
      throw ProvenanceError.cell(cell, node.value.shape)
    }
    var names: [ObjectIdentifier: [String]] = [:]
    for root in roots { names[ObjectIdentifier(root.node), default: []].append(root.name) }
    var reached: [ObjectIdentifier: Reach] = [
      ObjectIdentifier(node): Reach(layer: 0, cells: [cell], isComplete: true)
    ]
    var uses: [Use] = []
    for consumer in Backward.ordered(from: roots.map(\.node)).reversed() where consumer !== node {
      guard let origin = consumer.origin else { continue }
      var own: Reach?
      for (operand, source) in origin.operands.enumerated() {
        guard let reach = reached[ObjectIdentifier(source)] else { continue }
        let (readers, isComplete) = try readers(
          through: reach, origin.operation, operand, Step(origin.operands, consumer), limit)
        let use = Use(
          consumer: consumer, names: names[ObjectIdentifier(consumer)] ?? [], operand: operand,
          layer: reach.layer + 1, readers: readers, isComplete: isComplete && reach.isComplete)
        uses.append(use)
        own = (own ?? Reach(layer: use.layer)).merging(use)
      }
      reached[ObjectIdentifier(consumer)] = own
    }
    return uses
  }

  /// How often each cell of an operand is read by a value that was made of it.
  ///
  /// Of an operation that slides a window, the grid of its pixels: how many windows read each. Of any
  /// other, a value of the operand's shape: how many cells read each.
  ///
  /// - Returns: nil if the consumer was not made of the node itself.
  public static func coverage(of node: Node, by consumer: Node) throws -> (any CellSource)? {
    guard let origin = consumer.origin,
      let operand = origin.operands.firstIndex(where: { $0 === node })
    else { return nil }
    let step = Step(origin.operands, consumer)
    return try origin.operation.coverage(of: operand, in: step)
      ?? counts(origin.operation, operand, step)
  }

  private static func counts(
    _ operation: any Operation, _ operand: Int, _ step: Step
  ) throws -> Tensor {
    let shape = step.shape(of: operand)
    let counts = try (0..<shape.count).map { place in
      if place & 0xFF == 0, Interrupt.isRequested { throw TensorError.interrupted }
      return try operation.readers(of: shape.index(at: place), operand: operand, in: step).count
    }
    return try Tensor(counts.map(Double.init), shape)
  }

  /// What is known of the cells of a value that the first cell reaches.
  private struct Reach {
    var layer: Int
    var cells: [CellIndex] = []
    var isComplete = true

    func merging(_ use: Use) -> Reach {
      var seen = Set(cells)
      return Reach(
        layer: min(layer, use.layer),
        cells: cells + use.readers.map(\.cell).filter { seen.insert($0).inserted },
        isComplete: isComplete && use.isComplete)
    }
  }

  private static func readers(
    through reach: Reach, _ operation: any Operation, _ operand: Int, _ step: Step, _ limit: Int
  ) throws -> ([CellReader], isComplete: Bool) {
    if reach.layer == 0, let cell = reach.cells.first {
      return (try operation.readers(of: cell, operand: operand, in: step), true)
    }
    var seen: Set<CellIndex> = []
    for cell in reach.cells {
      if Interrupt.isRequested { throw TensorError.interrupted }
      for reader in try operation.readers(of: cell, operand: operand, in: step) {
        seen.insert(reader.cell)
      }
      if seen.count > limit || seen.count == step.shape.count { break }
    }
    let shape = step.shape
    let cells = seen.sorted { shape.place(of: $0) < shape.place(of: $1) }
    return (cells.prefix(limit).map { CellReader($0) }, cells.count <= limit)
  }
}
