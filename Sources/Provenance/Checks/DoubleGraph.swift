import Kernels
import Tensors

/// A value and all it came from in f64: leaves are converted, everything else is computed again, and
/// conversions between types are left out, as are algorithms that f64 does not have.
///
/// Differences of f32 values are mostly rounding; a check of gradients needs the digits. A graph that
/// is in f64 already is used as it is.
struct DoubleGraph {
  /// The value in f64.
  let root: Node
  /// For each node its counterpart; empty if every node is its own.
  private var counterparts: [ObjectIdentifier: Node] = [:]

  /// Makes the graph.
  ///
  /// - Throws: what computing the values throws.
  init(of root: Node) throws {
    let nodes = root.ancestry
    guard nodes.contains(where: { $0.value.elementType != .f64 }) else {
      self.root = root
      return
    }
    var made: [ObjectIdentifier: Node] = [:]
    for node in nodes.reversed() {
      made[ObjectIdentifier(node)] = try Self.counterpart(of: node, from: made)
    }
    self.root = made[ObjectIdentifier(root)] ?? root
    counterparts = made
  }

  /// The node that stands for one of the original graph.
  func counterpart(of node: Node) -> Node {
    counterparts[ObjectIdentifier(node)] ?? node
  }

  private static func counterpart(
    of node: Node, from made: [ObjectIdentifier: Node]
  ) throws -> Node {
    guard let origin = node.origin else {
      if node.value.elementType == .f64 { return node }
      return Node(try node.value.tensor().converted(to: .f64), isLiteral: node.isLiteral)
    }
    let operands = origin.operands.map { made[ObjectIdentifier($0)] ?? $0 }
    if origin.operation is ConvertOperation { return operands[0] }
    return try Node(origin.operation.inDouble, Operands(operands), isLiteral: node.isLiteral)
  }
}
