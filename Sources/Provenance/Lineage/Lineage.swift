import Kernels
import Tensors
import Windows

/// Keeps a session from growing: a chain of values that never ends, as in `total = total + loss`, is
/// cut once what it holds on to is too much.
public enum Lineage {
  /// What was let go.
  public struct Cut: Hashable, Sendable {
    /// How many operations deep the value's past was.
    public let depth: Int
    /// How many bytes of cells it held, each block counted once.
    public let bytes: Int
  }

  /// The depth at which a value is counted first; again at every doubling, and past `interval` after
  /// each further `interval`.
  static let firstCount = 64
  static let interval = 1024

  /// Makes a leaf of a value whose past holds more than it may; to be called where a name is bound.
  ///
  /// What a value holds is counted only when its depth has grown enough since it, or what it was made
  /// of, was last counted.
  ///
  /// - Parameters:
  ///   - budget: the most bytes; an eighth of the memory budget unless given.
  ///   - greatestDepth: the deepest past, however small its values are.
  /// - Returns: what was let go; nil if the value keeps its past.
  public static func bound(
    _ node: Node, budget: Int? = nil, greatestDepth: Int = 100_000
  ) -> Cut? {
    let depth = node.depth
    guard depth >= node.countedNextAt else { return nil }
    let bytes = bytes(of: node)
    if bytes > budget ?? MemoryBudget.limit / 8 || depth > greatestDepth {
      node.cut()
      return Cut(depth: depth, bytes: bytes)
    }
    node.countedNextAt = depth < interval ? depth * 2 : depth + interval
    return nil
  }

  /// The bytes of cells that a value and all it came from hold on to; views of one block count once.
  public static func bytes(of root: Node) -> Int {
    var seen: Set<ObjectIdentifier> = [ObjectIdentifier(root)]
    var blocks: Set<ObjectIdentifier> = []
    var waiting = [root]
    var bytes = 0
    while let node = waiting.popLast() {
      for storage in node.value.storages where blocks.insert(ObjectIdentifier(storage)).inserted {
        bytes += storage.count * storage.elementType.byteCount
      }
      for operand in node.operands
      where seen.insert(ObjectIdentifier(operand)).inserted {
        waiting.append(operand)
      }
    }
    return bytes
  }
}

extension Value {
  /// The blocks that hold the value's cells, or those of what a lazy value reads.
  fileprivate var storages: [Storage] {
    switch self {
    case .tensor(let tensor): [tensor.cells.storage]
    case .lazy(let source): (source as? PatchMatrix).map { [$0.input.cells.storage] } ?? []
    }
  }
}
