import Kernels
import Tensors

/// The backward pass from one value: the chain rule over its graph, each gradient computed when it
/// is first asked for and then kept.
///
/// A gradient is a value like any other: it remembers the operations that made it.
public final class Backward {
  /// An operand that hands a gradient back, and the next one of the same node; places are those of
  /// `nodes`.
  private struct Link {
    let consumer: Int
    let operand: Int
    var next: Int?
  }

  /// What is known of a node.
  private struct Knowledge {
    var gradient: Node?
    /// The first and the last of the links by which the node hands gradients back; nil if none
    /// reaches it.
    var links: (first: Int, last: Int)?
    /// Whether its gradient is among those to be computed next.
    var isWaiting = false
  }

  /// The value that is differentiated.
  public let root: Node
  /// Its own gradient: what the pass starts with.
  public let upstream: Node
  /// How gradients are computed where there are several ways.
  public let options: BackwardOptions
  /// Everything the value depends on, each node before its operands.
  public let nodes: [Node]
  @exclusivity(unchecked) private var knowledge: [Knowledge]
  @exclusivity(unchecked) private var links: [Link] = []
  /// The verbs that have no gradient for an operand, by the place of that operand.
  private var barriers: [Int: String] = [:]
  /// The places of the nodes, found once another walk has given them others.
  private lazy var places: [ObjectIdentifier: Int] = Dictionary(
    uniqueKeysWithValues: nodes.enumerated().map { (ObjectIdentifier($1), $0) })

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
    let type = root.value.elementType
    self.root = root
    self.upstream =
      try upstream?.converted(to: type) ?? Node(Tensor(shape, type, filledWith: 1), isLiteral: true)
    self.options = options
    nodes = root.ancestry
    knowledge = [Knowledge](repeating: Knowledge(), count: nodes.count)
    links.reserveCapacity(nodes.count)
    for place in nodes.indices { register(place) }
    knowledge[0].gradient = self.upstream
  }

  /// Whether the value has a gradient with respect to a node.
  public func reaches(_ node: Node) -> Bool { place(of: node).map(reaches) ?? false }

  /// The leaves that the value has a gradient with respect to, literals left out, in the order in
  /// which they are met.
  public var leaves: [Node] {
    nodes.indices.filter { isLeaf($0) }.map { nodes[$0] }
  }

  /// Whether there are such leaves.
  public var hasLeaves: Bool { nodes.indices.contains { isLeaf($0) } }

  /// The gradient of the value with respect to a node it depends on.
  ///
  /// - Throws: `ProvenanceError.independent` if it does not, `.notDifferentiable`, or what computing
  ///   a gradient throws.
  public func gradient(of node: Node) throws -> Node {
    guard let place = place(of: node) else { throw ProvenanceError.independent }
    guard reaches(place) else {
      throw barriers[place].map(ProvenanceError.notDifferentiable) ?? .independent
    }
    if let known = knowledge[place].gradient { return known }
    for needed in needed(for: place) { knowledge[needed].gradient = try sum(over: needed) }
    guard let gradient = knowledge[place].gradient else { throw ProvenanceError.independent }
    return gradient
  }

  /// The gradient of a node if someone has asked for it already.
  public func known(_ node: Node) -> Node? { place(of: node).flatMap { knowledge[$0].gradient } }

  private func place(of node: Node) -> Int? {
    let place = node.visit.place
    return place < nodes.count && nodes[place] === node ? place : places[ObjectIdentifier(node)]
  }

  private func reaches(_ place: Int) -> Bool { place == 0 || knowledge[place].links != nil }

  private func isLeaf(_ place: Int) -> Bool {
    let node = nodes[place]
    return node.isLeaf && !node.isLiteral && reaches(place)
  }

  /// Notes down what a node hands gradients to; what it hands none to is out of reach.
  private func register(_ place: Int) {
    let node = nodes[place]
    guard let operation = node.operation else { return }
    let barrier = reaches(place) ? nil : barriers[place]
    for operand in 0..<node.operands.count {
      let target = node.operands[operand].visit.place
      if barrier == nil, operation.isDifferentiable(in: operand) {
        link(Link(consumer: place, operand: operand), to: target)
      } else {
        barriers[target] = barrier ?? operation.verb
      }
    }
  }

  private func link(_ link: Link, to target: Int) {
    if let known = knowledge[target].links {
      links[known.last].next = links.count
      knowledge[target].links = (known.first, links.count)
    } else {
      knowledge[target].links = (links.count, links.count)
    }
    links.append(link)
  }

  /// Calls `body` with the links by which a node hands gradients back, in the order of its consumers.
  private func forEachLink(of place: Int, _ body: (Link) throws -> Void) rethrows {
    var next = knowledge[place].links?.first
    while let link = next {
      try body(links[link])
      next = links[link].next
    }
  }

  /// The chain rule: what each consumer hands back, added up.
  private func sum(over place: Int) throws -> Node {
    var total: Node?
    try forEachLink(of: place) { link in
      let consumer = nodes[link.consumer]
      guard let operation = consumer.operation, let upstream = knowledge[link.consumer].gradient
      else { return }
      let part = try operation.gradient(
        for: link.operand, of: Step(to: consumer, options: options),
        upstream: upstream)
      total = try total.map { try $0.applying(.add, part) } ?? part
    }
    guard let total else { throw ProvenanceError.independent }
    return try total.converted(to: nodes[place].value.elementType)
  }

  /// The node and all between it and the root whose gradients nobody has asked for yet, consumers
  /// first.
  private func needed(for place: Int) -> [Int] {
    var needed: [Int] = []
    needed.reserveCapacity(8)
    func ask(for place: Int) {
      guard knowledge[place].gradient == nil, !knowledge[place].isWaiting else { return }
      knowledge[place].isWaiting = true
      needed.append(place)
    }
    ask(for: place)
    var next = 0
    while next < needed.count {
      forEachLink(of: needed[next]) { ask(for: $0.consumer) }
      next += 1
    }
    for place in needed { knowledge[place].isWaiting = false }
    return needed.count > 1 ? needed.sorted() : needed
  }
}
