import Tensors

/// Computes a value again with one of the values it came from replaced.
///
/// Only what depends on the replaced value is computed, operands first, without recursion.
struct Replay {
  /// An operation to run again: where its operands lie and where its result goes.
  private struct Move {
    let operation: any Operation
    let operands: [Int]
    let result: Int
  }

  private var values: [Node] = []
  private var moves: [Move] = []
  private var replaced = 0
  private var root = 0

  /// Prepares to compute `root` for other values of `variable`, on which it depends.
  init(of root: Node, replacing variable: Node) {
    var places: [ObjectIdentifier: Int] = [:]
    func place(of node: Node) -> Int {
      if let place = places[ObjectIdentifier(node)] { return place }
      places[ObjectIdentifier(node)] = values.count
      values.append(node)
      return values.count - 1
    }
    replaced = place(of: variable)
    var dependent: Set<ObjectIdentifier> = [ObjectIdentifier(variable)]
    for node in Node.ancestry(of: [root], stoppingAt: variable).reversed() {
      guard node !== variable, let origin = node.origin,
        origin.operands.contains(where: { dependent.contains(ObjectIdentifier($0)) })
      else { continue }
      dependent.insert(ObjectIdentifier(node))
      let operands = origin.operands.map(place)
      moves.append(
        Move(operation: origin.operation, operands: operands, result: place(of: node)))
    }
    self.root = place(of: root)
  }

  /// The cells of the value, row-major, with the variable replaced by a tensor of its shape.
  ///
  /// - Throws: what the operations throw.
  mutating func cells(replacingWith tensor: Tensor) throws -> [Double] {
    values[replaced] = Node(tensor)
    for move in moves {
      let operands = Operands(move.operands.map { values[$0] })
      values[move.result] = Node(leaf: try move.operation.value(of: operands))
    }
    return try values[root].tensor().array
  }
}
