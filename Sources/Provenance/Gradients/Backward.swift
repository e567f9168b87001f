import Kernels
import Tensors

/// The backward pass from one value: the chain rule over its graph, each gradient computed when it
/// is first asked for and then kept.
///
/// A gradient is a value like any other: it remembers the operations that made it.
public final class Backward {
  /// The value that is differentiated.
  public let root: Node
  /// Its own gradient: what the pass starts with.
  public let upstream: Node
  /// Everything the value depends on, each node before its operands.
  public let nodes: [Node]
  private var consumers: [ObjectIdentifier: [(node: Node, operand: Int)]] = [:]
  private var gradients: [ObjectIdentifier: Node] = [:]

  /// Prepares the pass; nothing is computed yet.
  ///
  /// - Parameter upstream: the gradient of the value; ones if none is given.
  /// - Throws: `ProvenanceError.upstream` if its shape is not the value's.
  public init(from root: Node, upstream: Node? = nil) throws {
    let shape = root.value.shape
    if let upstream, upstream.value.shape != shape {
      throw ProvenanceError.upstream(upstream.value.shape, expected: shape)
    }
    let type = root.value.source.elementType
    self.root = root
    self.upstream =
      try upstream?.converted(to: type) ?? Node(Tensor(shape, type, filledWith: 1))
    nodes = Self.ordered(from: root)
    for node in nodes {
      for (place, operand) in (node.origin?.operands ?? []).enumerated() {
        consumers[ObjectIdentifier(operand), default: []].append((node, place))
      }
    }
    gradients[ObjectIdentifier(root)] = self.upstream
  }

  /// Whether the value depends on a node.
  public func reaches(_ node: Node) -> Bool {
    node === root || consumers[ObjectIdentifier(node)] != nil
  }

  /// The leaves that the value depends on, literals left out, in the order in which they are met.
  public var leaves: [Node] { nodes.filter { $0.origin == nil && !$0.isLiteral } }

  /// The gradient of the value with respect to a node it depends on.
  ///
  /// - Throws: `ProvenanceError.independent` if it does not, `.notDifferentiable`, or what computing
  ///   a gradient throws.
  public func gradient(of node: Node) throws -> Node {
    guard reaches(node) else { throw ProvenanceError.independent }
    if let known = gradients[ObjectIdentifier(node)] { return known }
    let needed = between(node)
    for candidate in nodes where needed.contains(ObjectIdentifier(candidate)) {
      if gradients[ObjectIdentifier(candidate)] == nil {
        gradients[ObjectIdentifier(candidate)] = try sum(over: candidate)
      }
    }
    guard let gradient = gradients[ObjectIdentifier(node)] else {
      throw ProvenanceError.independent
    }
    return gradient
  }

  /// The gradient of a node if someone has asked for it already.
  public func known(_ node: Node) -> Node? { gradients[ObjectIdentifier(node)] }

  /// The chain rule: what each consumer hands back, added up.
  private func sum(over node: Node) throws -> Node {
    var total: Node?
    for (consumer, operand) in consumers[ObjectIdentifier(node)] ?? [] {
      guard let origin = consumer.origin, let upstream = gradients[ObjectIdentifier(consumer)]
      else { continue }
      let part = try origin.operation.gradient(
        for: operand, of: Step(origin.operands, consumer), upstream: upstream)
      total = try total.map { try Node(BinaryOperation(.add), [$0, part]) } ?? part
    }
    guard let total else { throw ProvenanceError.independent }
    return try total.converted(to: node.value.source.elementType)
  }

  /// The node and everything between it and the root.
  private func between(_ node: Node) -> Set<ObjectIdentifier> {
    var seen: Set<ObjectIdentifier> = [ObjectIdentifier(node)]
    var waiting = [node]
    while let next = waiting.popLast() {
      for (consumer, _) in consumers[ObjectIdentifier(next)] ?? []
      where seen.insert(ObjectIdentifier(consumer)).inserted {
        waiting.append(consumer)
      }
    }
    return seen
  }

  /// All nodes below a root, each before its operands; without recursion, for chains of any length.
  private static func ordered(from root: Node) -> [Node] {
    var finished: [Node] = []
    var seen: Set<ObjectIdentifier> = [ObjectIdentifier(root)]
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
    return finished.reversed()
  }
}

extension Node {
  /// The value in another type; itself if it has that type.
  func converted(to type: ElementType) throws -> Node {
    value.source.elementType == type ? self : try Node(ConvertOperation(type), [self])
  }

  /// The value summed over what broadcasting repeated, down to a shape.
  func summed(to shape: Shape) throws -> Node {
    value.shape == shape ? self : try Node(SumToShapeOperation(shape), [self])
  }
}
