import Synchronization

/// A form of a block's cells that is kept with them, or the mark that it was asked for once.
struct StorageForm: Sendable {
  let key: FormKey
  let cells: Storage?

  /// The most that all forms of all blocks may hold together, and how many one block may have.
  static let mostBytes = 256 << 20
  static let mostForms = 16

  private static let heldByteCount = Atomic<Int>(0)

  /// The bytes that forms hold: weights packed for a kernel, which are counted with the kernel and
  /// not by the arena.
  static var byteCount: Int { heldByteCount.load(ordering: .relaxed) }

  /// Counts a form that was made, or that is no more.
  static func count(_ bytes: Int) { heldByteCount.add(bytes, ordering: .relaxed) }
}
