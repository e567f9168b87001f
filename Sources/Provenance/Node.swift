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
  }

  /// Frees a chain of any length without recursion: a million links must not overflow the stack.
  deinit {
    guard var waiting = origin?.operands else { return }
    origin = nil
    while var node = waiting.popLast() {
      guard isKnownUniquelyReferenced(&node), let operands = node.origin?.operands else { continue }
      node.origin = nil
      waiting.append(contentsOf: operands)
    }
  }
}
