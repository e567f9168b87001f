import Synchronization

/// Scratch memory that is kept between calls, and what all memory in use comes to.
public enum Arena {
  private static let lentByteCount = Atomic<Int>(0)
  private static let highestByteCount = Atomic<Int>(0)

  /// Blocks of cells below this are not counted: it would take longer than what they hold.
  private static let countedByteCount = 64 << 10

  /// The memory that is in use, in bytes: scratch, and blocks of cells but for small ones.
  public static var byteCount: Int { lentByteCount.load(ordering: .relaxed) }

  /// The most memory that was in use at one time since `resetPeak`, in bytes.
  public static var peakByteCount: Int { highestByteCount.load(ordering: .relaxed) }

  /// Begins a new measurement of `peakByteCount`.
  public static func resetPeak() {
    highestByteCount.store(lentByteCount.load(ordering: .relaxed), ordering: .relaxed)
  }

  /// Lends a block of cells that hold no particular values, aligned to 64 bytes.
  @inline(__always)
  static func withCells<Element, Failure: Error>(
    _ count: Int, of type: Element.Type,
    _ body: (UnsafeMutablePointer<Element>) throws(Failure) -> Void
  ) throws(Failure) {
    let block = take(count * MemoryLayout<Element>.stride)
    defer { giveBack(block) }
    try body(block.address.assumingMemoryBound(to: Element.self))
  }

  struct Block {
    let address: UnsafeMutableRawPointer
    let size: SizeClass
  }

  static func take(_ byteCount: Int) -> Block {
    let size = SizeClass(byteCount: byteCount)
    add(size.byteCount)
    // `allocate` ends the process: scratch is small, and there is no going on without it.
    let address = IdleBlocks.take(size) ?? .allocate(byteCount: size.byteCount, alignment: 64)
    return Block(address: address, size: size)
  }

  /// Counts a block of cells that was made.
  static func count(_ byteCount: Int) {
    if byteCount >= countedByteCount { add(byteCount) }
  }

  /// Counts a block of cells that is no more.
  static func discount(_ byteCount: Int) {
    if byteCount >= countedByteCount { lentByteCount.subtract(byteCount, ordering: .relaxed) }
  }

  private static func add(_ byteCount: Int) {
    let lent = lentByteCount.add(byteCount, ordering: .relaxed).newValue
    _ = highestByteCount.max(lent, ordering: .relaxed)
  }

  static func giveBack(_ block: Block) {
    lentByteCount.subtract(block.size.byteCount, ordering: .relaxed)
    IdleBlocks.giveBack(block.address, block.size)
  }
}
