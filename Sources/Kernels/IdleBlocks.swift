import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Blocks of memory that nobody uses at the moment, kept for the next who asks for such a size.
///
/// A steady loop then allocates nothing: the system's allocator takes as long as a small kernel, and
/// fresh pages of a large block more than the arithmetic in them.
enum IdleBlocks {
  private static let shelves = SmallBlockShelves()
  private static let store = LargeBlockStore()

  /// Takes a block of that class, aligned to 64 bytes, whose bytes have no particular value.
  ///
  /// - Returns: nil where the machine has no memory for it.
  @inline(__always)
  static func take(_ size: SizeClass) -> UnsafeMutableRawPointer? {
    if size.number < SmallBlockShelves.count { return shelves.take(size) ?? fresh(size) }
    return takeLarge(size)
  }

  /// Gives back a block that `take` gave.
  @inline(__always)
  static func giveBack(_ block: UnsafeMutableRawPointer, _ size: SizeClass) {
    if size.number < SmallBlockShelves.count {
      if !shelves.put(block, size) { free(block) }
    } else {
      for block in store.put(block, size) { free(block) }
    }
  }

  @inline(never)
  private static func takeLarge(_ size: SizeClass) -> UnsafeMutableRawPointer? {
    let (kept, crowdedOut) = store.take(size)
    for block in crowdedOut { free(block) }
    if let kept { return kept }
    if let made = fresh(size) { return made }
    for block in store.removeAll() { free(block) }
    guard let made = fresh(size) else {
      store.forget(size)
      return nil
    }
    return made
  }

  @inline(never)
  private static func fresh(_ size: SizeClass) -> UnsafeMutableRawPointer? {
    var block: UnsafeMutableRawPointer?
    let isHuge = size.byteCount >= 2 * hugePage
    guard posix_memalign(&block, isHuge ? hugePage : 64, size.byteCount) == 0 else { return nil }
    #if canImport(Glibc)
      // A first touch of every 4 KiB would take longer than most kernels do.
      if isHuge { madvise(block, size.byteCount, MADV_HUGEPAGE) }
    #endif
    return block
  }

  private static let hugePage = 2 << 20
}
