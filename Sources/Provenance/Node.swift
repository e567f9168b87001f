public import Tensors

/// A value that knows where it came from: an operation and its operands, or nothing for a leaf.
public final class Node {
  /// The operation that made a value, and what of.
  public struct Origin {
    /// The operation, with its options.
    public let operation: any Operation
    /// The operands, in the operation's order.
    public let operands: Operands
  }

  /// The value.
  public let value: Value
  /// The operation that made it; nil for a leaf.
  @exclusivity(unchecked) public private(set) var operation: (any Operation)?
  /// What it was made of, in the operation's order; nothing for a leaf.
  @exclusivity(unchecked) public private(set) var operands: Operands
  /// Whether the value was written down rather than computed: it takes the type of what it meets.
  public let isLiteral: Bool
  /// Whether the value is a leaf that came as it is, from a file for example: nobody would train it.
  public let isData: Bool
  /// How many operations lie, at most, between the value and its leaves; 0 for a leaf.
  @exclusivity(unchecked) public private(set) var depth = 0
  /// The depth at which `Lineage` counts next what the value holds on to.
  @exclusivity(unchecked) var countedNextAt = Lineage.firstCount
  /// The last walk through a graph that came by, and the place it gave the value.
  @exclusivity(unchecked) var visit = Visit()
  /// What an optimiser keeps with the parameter it made, from one step to the next.
  public var memory: (any Sendable)?

  /// Makes a leaf: a value that nobody computed.
  public init(leaf value: Value, isLiteral: Bool = false, isData: Bool = false) {
    self.value = value
    (self.isLiteral, self.isData) = (isLiteral, isData)
    operation = nil
    operands = Operands()
  }

  /// Makes a leaf of cells that exist.
  public convenience init(_ tensor: Tensor, isLiteral: Bool = false, isData: Bool = false) {
    self.init(leaf: .tensor(tensor), isLiteral: isLiteral, isData: isData)
  }

  /// Computes a value and remembers how.
  ///
  /// - Throws: what the operation throws.
  public init(
    _ operation: any Operation, _ operands: Operands, isLiteral: Bool = false
  ) throws {
    value = try operation.value(of: operands)
    self.isLiteral = isLiteral
    isData = false
    (depth, countedNextAt) = operands.lineage
    self.operation = operation
    self.operands = operands
  }

  /// Where it came from; nil for a leaf.
  public var origin: Origin? {
    operation.map { Origin(operation: $0, operands: operands) }
  }

  /// Whether nobody computed it.
  public var isLeaf: Bool { operation == nil }

  /// The value if it is one cell that exists.
  public var number: Double? {
    guard case .tensor(let tensor) = value, tensor.shape.count == 1 else { return nil }
    return try? tensor.number
  }

  /// All cells; a lazy value computes them.
  ///
  /// - Throws: `TensorError` past the memory budget or when interrupted.
  public func tensor() throws(TensorError) -> Tensor { try value.tensor() }

  /// A leaf of the same value: what `detach` gives.
  public var detached: Node { Node(leaf: value, isLiteral: isLiteral, isData: isData) }

  /// Makes a leaf of the value: what it came from is let go.
  func cut() {
    release()
    depth = 0
    countedNextAt = Lineage.firstCount
  }

  /// A past that is no deeper is freed by recursion, which is faster.
  private static let shallowDepth = 64

  deinit {
    if depth > Self.shallowDepth { release() }
  }

  /// Frees a chain of any length without recursion: a million links must not overflow the stack.
  private func release() {
    var waiting = takeOperands()
    while var node = waiting.popLast() {
      guard isKnownUniquelyReferenced(&node) else { continue }
      waiting.append(contentsOf: node.takeOperands())
    }
  }

  private func takeOperands() -> [Node] {
    defer { (operation, operands) = (nil, Operands()) }
    return Array(operands)
  }
}
