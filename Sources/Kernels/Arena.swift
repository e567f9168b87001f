import Synchronization

/// Scratch memory that is kept between calls: fresh pages cost more than the arithmetic in them.
///
/// A few blocks of two sizes wait in slots; whoever finds none makes one. Larger blocks are not
/// kept.
public enum Arena {
  private static let smallByteCount = 256 << 10
  private static let largeByteCount = 1 << 20
  private static let small = Slots()
  private static let large = Slots()
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
    let byteCount: Int
  }

  static func take(_ byteCount: Int) -> Block {
    let size =
      byteCount <= smallByteCount
      ? smallByteCount : byteCount <= largeByteCount ? largeByteCount : byteCount
    add(size)
    let kept =
      size == smallByteCount ? small.take() : size == largeByteCount ? large.take() : nil
    return Block(address: kept ?? .allocate(byteCount: size, alignment: 64), byteCount: size)
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
    lentByteCount.subtract(block.byteCount, ordering: .relaxed)
    let kept =
      block.byteCount == smallByteCount
      ? small.put(block.address)
      : block.byteCount == largeByteCount ? large.put(block.address) : false
    if !kept { block.address.deallocate() }
  }
}

extension Arena {
  /// Places for four idle blocks, taken and filled without a lock.
  private struct Slots: ~Copyable, Sendable {
    private let a = Atomic<UInt>(0)
    private let b = Atomic<UInt>(0)
    private let c = Atomic<UInt>(0)
    private let d = Atomic<UInt>(0)

    func take() -> UnsafeMutableRawPointer? {
      UnsafeMutableRawPointer(bitPattern: a.exchange(0, ordering: .acquiring))
        ?? UnsafeMutableRawPointer(bitPattern: b.exchange(0, ordering: .acquiring))
        ?? UnsafeMutableRawPointer(bitPattern: c.exchange(0, ordering: .acquiring))
        ?? UnsafeMutableRawPointer(bitPattern: d.exchange(0, ordering: .acquiring))
    }

    func put(_ address: UnsafeMutableRawPointer) -> Bool {
      let bits = UInt(bitPattern: address)
      return a.compareExchange(expected: 0, desired: bits, ordering: .releasing).exchanged
        || b.compareExchange(expected: 0, desired: bits, ordering: .releasing).exchanged
        || c.compareExchange(expected: 0, desired: bits, ordering: .releasing).exchanged
        || d.compareExchange(expected: 0, desired: bits, ordering: .releasing).exchanged
    }
  }
}
