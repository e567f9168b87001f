public import Tensors

/// A value that knows where it came from: an operation and its operands, or nothing for a leaf.
public final class Node {
  /// The operation that made a value, and what of.
  public struct Origin {
    /// The operation, with its options.
    public let operation: any Operation
    /// The operands, in the operation's order.
    public let operands: [Node]
  }

  /// The value.
  public let value: Value
  /// Where it came from; nil for a leaf.
  public private(set) var origin: Origin?
  /// Whether the value was written down rather than computed: it takes the type of what it meets.
  public let isLiteral: Bool
  /// How many operations lie, at most, between the value and its leaves; 0 for a leaf.
  public private(set) var depth = 0
  /// The depth at which `Lineage` counts next what the value holds on to.
  var countedNextAt = Lineage.firstCount

  /// Makes a leaf: a value that nobody computed.
  public init(leaf value: Value, isLiteral: Bool = false) {
    self.value = value
    self.isLiteral = isLiteral
    origin = nil
  }

  /// Makes a leaf of cells that exist.
  public convenience init(_ tensor: Tensor, isLiteral: Bool = false) {
    self.init(leaf: .tensor(tensor), isLiteral: isLiteral)
  }

  /// Computes a value and remembers how.
  ///
  /// - Throws: what the operation throws.
  public init(_ operation: any Operation, _ operands: [Node], isLiteral: Bool = false) throws {
    value = try operation.value(of: operands.map(\.value))
    origin = Origin(operation: operation, operands: operands)
    self.isLiteral = isLiteral
    for operand in operands {
      depth = max(depth, operand.depth + 1)
      countedNextAt = max(countedNextAt, operand.countedNextAt)
    }
  }

  /// A leaf of the same value: what `detach` gives.
  public var detached: Node { Node(leaf: value, isLiteral: isLiteral) }

  /// Makes a leaf of the value: what it came from is let go.
  func cut() {
    release()
    depth = 0
    countedNextAt = Lineage.firstCount
  }

  deinit { release() }

  /// Frees a chain of any length without recursion: a million links must not overflow the stack.
  private func release() {
    guard var waiting = origin?.operands else { return }
    origin = nil
    while var node = waiting.popLast() {
      guard isKnownUniquelyReferenced(&node), let operands = node.origin?.operands else { continue }
      node.origin = nil
      waiting.append(contentsOf: operands)
    }
  }
}
