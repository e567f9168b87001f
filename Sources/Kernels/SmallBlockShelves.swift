import Synchronization

/// Idle blocks of up to 64 KiB: a stack for each size.
///
/// Nobody waits for a stack: who finds it in use by another thread does without it.
struct SmallBlockShelves: @unchecked Sendable {
  /// How many classes of sizes have a stack: those of up to 64 KiB.
  static let count = SizeClass(byteCount: 64 << 10).number + 1
  /// What the idle blocks of one size may come to.
  private static let byteCount = 512 << 10
  private static let inUse: UInt = 1

  /// The top block of each stack: 0 if there is none. A cache line each, so that threads that use
  /// different sizes do not meet.
  private let tops: UnsafeMutableRawPointer

  /// Makes empty stacks.
  init() {
    tops = .allocate(byteCount: Self.count * 64, alignment: 64)
    for number in 0..<Self.count {
      (tops + number * 64).initializeMemory(as: Atomic<UInt>.self, to: Atomic(0))
    }
  }

  /// A stack's top block holds these: the block below, and how many there are.
  private struct Link {
    let below: UInt
    let height: Int
  }

  /// Takes the top block, or nil if there is none to take.
  @inline(__always)
  func take(_ size: SizeClass) -> UnsafeMutableRawPointer? {
    let top = top(of: size)
    let bits = top.pointee.exchange(Self.inUse, ordering: .acquiring)
    guard bits != Self.inUse else { return nil }
    guard let block = UnsafeMutableRawPointer(bitPattern: bits) else {
      top.pointee.store(0, ordering: .releasing)
      return nil
    }
    top.pointee.store(block.load(as: Link.self).below, ordering: .releasing)
    return block
  }

  /// Puts a block on its stack, if there is room.
  @inline(__always)
  func put(_ block: UnsafeMutableRawPointer, _ size: SizeClass) -> Bool {
    let top = top(of: size)
    let bits = top.pointee.exchange(Self.inUse, ordering: .acquiring)
    guard bits != Self.inUse else { return false }
    let height = UnsafeMutableRawPointer(bitPattern: bits)?.load(as: Link.self).height ?? 0
    guard height * size.byteCount < Self.byteCount else {
      top.pointee.store(bits, ordering: .releasing)
      return false
    }
    block.storeBytes(of: Link(below: bits, height: height + 1), as: Link.self)
    top.pointee.store(UInt(bitPattern: block), ordering: .releasing)
    return true
  }

  @inline(__always)
  private func top(of size: SizeClass) -> UnsafeMutablePointer<Atomic<UInt>> {
    (tops + size.number &* 64).assumingMemoryBound(to: Atomic<UInt>.self)
  }
}
