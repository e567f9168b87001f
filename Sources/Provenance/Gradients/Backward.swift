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
  /// How gradients are computed where there are several ways.
  public let options: BackwardOptions
  /// Everything the value depends on, each node before its operands.
  public let nodes: [Node]
  private var consumers: [ObjectIdentifier: [(node: Node, operand: Int)]] = [:]
  private var gradients: [ObjectIdentifier: Node] = [:]
  /// The verbs that have no gradient for an operand, by that operand.
  private var barriers: [ObjectIdentifier: String] = [:]

  /// Prepares the pass; nothing is computed yet.
  ///
  /// - Parameter upstream: the gradient of the value; ones if none is given.
  /// - Throws: `ProvenanceError.upstream` if its shape is not the value's.
  public init(
    from root: Node, upstream: Node? = nil, options: BackwardOptions = .init()
  ) throws {
    let shape = root.value.shape
    if let upstream, upstream.value.shape != shape {
      throw ProvenanceError.upstream(upstream.value.shape, expected: shape)
    }
    let type = root.value.source.elementType
    self.root = root
    self.upstream =
      try upstream?.converted(to: type) ?? Node(Tensor(shape, type, filledWith: 1), isLiteral: true)
    self.options = options
    nodes = root.ancestry
    for node in nodes { register(node) }
    gradients[ObjectIdentifier(root)] = self.upstream
  }

  /// Whether the value has a gradient with respect to a node.
  public func reaches(_ node: Node) -> Bool {
    node === root || consumers[ObjectIdentifier(node)] != nil
  }

  /// The leaves that the value has a gradient with respect to, literals left out, in the order in
  /// which they are met.
  public var leaves: [Node] {
    nodes.filter { $0.origin == nil && !$0.isLiteral && reaches($0) }
  }

  /// The gradient of the value with respect to a node it depends on.
  ///
  /// - Throws: `ProvenanceError.independent` if it does not, `.notDifferentiable`, or what computing
  ///   a gradient throws.
  public func gradient(of node: Node) throws -> Node {
    guard reaches(node) else {
      throw barriers[ObjectIdentifier(node)].map(ProvenanceError.notDifferentiable)
        ?? .independent
    }
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

  /// Notes down what a node hands gradients to; what it hands none to is out of reach.
  private func register(_ node: Node) {
    guard let origin = node.origin else { return }
    let barrier = reaches(node) ? nil : barriers[ObjectIdentifier(node)]
    let step = Step(origin.operands, node, options: options)
    for (place, operand) in origin.operands.enumerated() {
      if barrier == nil, origin.operation.isDifferentiable(in: place, of: step) {
        consumers[ObjectIdentifier(operand), default: []].append((node, place))
      } else {
        barriers[ObjectIdentifier(operand)] = barrier ?? origin.operation.verb
      }
    }
  }

  /// The chain rule: what each consumer hands back, added up.
  private func sum(over node: Node) throws -> Node {
    var total: Node?
    for (consumer, operand) in consumers[ObjectIdentifier(node)] ?? [] {
      guard let origin = consumer.origin, let upstream = gradients[ObjectIdentifier(consumer)]
      else { continue }
      let part = try origin.operation.gradient(
        for: operand, of: Step(origin.operands, consumer, options: options), upstream: upstream)
      total = try total.map { try $0.applying(.add, part) } ?? part
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
}
