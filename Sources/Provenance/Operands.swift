public import Kernels
public import Tensors

/// The values an operation is applied to, in its order; up to three of them take no block of their
/// own.
public struct Operands: RandomAccessCollection, ExpressibleByArrayLiteral {
  private let first: Node?
  private let second: Node?
  private let third: Node?
  private let others: [Node]?
  /// How many there are.
  public let endIndex: Int

  private init(_ first: Node?, _ second: Node?, _ third: Node?, _ others: [Node]?, _ count: Int) {
    (self.first, self.second, self.third, self.others) = (first, second, third, others)
    endIndex = count
  }

  /// Makes no operands: those of a leaf.
  public init() { self.init(nil, nil, nil, nil, 0) }

  /// Makes the operands of an operation of one.
  public init(_ operand: Node) { self.init(operand, nil, nil, nil, 1) }

  /// Makes the operands of an operation of two.
  public init(_ first: Node, _ second: Node) { self.init(first, second, nil, nil, 2) }

  /// Makes the operands of an operation of three.
  public init(_ first: Node, _ second: Node, _ third: Node) {
    self.init(first, second, third, nil, 3)
  }

  /// Makes operands of as many nodes as there are.
  public init(_ nodes: [Node]) {
    switch nodes.count {
    case 0: self.init()
    case 1: self.init(nodes[0])
    case 2: self.init(nodes[0], nodes[1])
    case 3: self.init(nodes[0], nodes[1], nodes[2])
    default: self.init(nil, nil, nil, nodes, nodes.count)
    }
  }

  /// Makes operands of a literal: `[x, k]`.
  public init(arrayLiteral nodes: Node...) { self.init(nodes) }

  /// The first place.
  public var startIndex: Int { 0 }

  /// The operand at a place.
  public subscript(place: Int) -> Node {
    if let others { return others[place] }
    let node: Node? =
      switch place {
      case 0: first
      case 1: second
      case 2: third
      default: nil
      }
    guard let node else { preconditionFailure("no operand \(place) of \(count)") }
    return node
  }

  /// The cells of the operand at a place; a lazy value computes them.
  ///
  /// - Throws: `TensorError` past the memory budget or when interrupted.
  public func tensor(_ place: Int) throws(TensorError) -> Tensor {
    switch place {
    case 0: if let first { return try first.value.tensor() }
    case 1: if let second { return try second.value.tensor() }
    case 2: if let third { return try third.value.tensor() }
    default: break
    }
    return try self[place].value.tensor()
  }

  /// Whether one of them was written down rather than computed.
  public var includeLiterals: Bool {
    if let others { return others.contains(where: \.isLiteral) }
    return first?.isLiteral ?? false || second?.isLiteral ?? false || third?.isLiteral ?? false
  }

  /// The type that holds the numbers of all that were computed; nil if all were written down.
  public var computedType: ElementType? {
    var type: ElementType?
    for place in 0..<count where !self[place].isLiteral {
      type = .promoted(type ?? .f32, self[place].value.elementType)
    }
    return type
  }

  /// What a value made of them has below it: the number of operations, and when `Lineage` counts next.
  var lineage: (depth: Int, countedNextAt: Int) {
    var (depth, next) = (0, Lineage.firstCount)
    for place in 0..<count {
      let node = self[place]
      depth = Swift.max(depth, node.depth + 1)
      next = Swift.max(next, node.countedNextAt)
    }
    return (depth, next)
  }
}
