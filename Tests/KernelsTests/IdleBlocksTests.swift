import Synchronization
import Testing

@testable import Kernels

@Suite struct IdleBlocksTests {
  @Test("Classes of sizes rise, waste at most a fifth, and a class's own size is in it")
  func sizeClasses() {
    var last = SizeClass(byteCount: 0)
    #expect(last == SizeClass(byteCount: 1))
    for byteCount in 1...(1 << 18) {
      let size = SizeClass(byteCount: byteCount)
      let fits = size.byteCount >= byteCount && size.byteCount % 64 == 0
      let isNear = size.byteCount <= max(64, (byteCount + 63) / 64 * 64 * 5 / 4)
      let rises = size.number == last.number || size.number == last.number + 1
      let isOwn = SizeClass(byteCount: size.byteCount) == size
      if !(fits && isNear && rises && isOwn) { Issue.record("\(byteCount) bytes: \(size)") }
      last = size
    }
    #expect(SizeClass(byteCount: Int.max / 2).byteCount == 1 << 62)
  }

  @Test("A small block that was given back is lent again, the last one first")
  func smallBlocks() throws {
    let shelves = SmallBlockShelves()
    let size = SizeClass(byteCount: 64 << 10)
    let memory = [UnsafeMutableRawPointer](
      (0..<9).map { _ in .allocate(byteCount: size.byteCount, alignment: 64) })
    defer { memory.forEach { $0.deallocate() } }
    #expect(shelves.take(size) == nil)
    // Half a MiB of them is kept.
    #expect(memory.map { shelves.put($0, size) } == Array(repeating: true, count: 8) + [false])
    #expect(shelves.take(SizeClass(byteCount: 1)) == nil)
    #expect((0..<9).map { _ in shelves.take(size) } == memory[..<8].reversed() + [nil])
  }

  @Test("Threads that take and give back small blocks never hold the same one")
  func smallBlocksOfThreads() throws {
    let clashes = Atomic<Int>(0)
    try Workers.run(64) { (index: Int) throws(Interrupted) in
      for round in 0..<2000 {
        let storages = (0..<4).map { _ in Storage(.f64, count: 8) }
        let mark = Double(index * 2000 + round)
        for (number, storage) in storages.enumerated() { storage[0] = mark * 4 + Double(number) }
        for (number, storage) in storages.enumerated() where storage[0] != mark * 4 + Double(number)
        {
          clashes.add(1, ordering: .relaxed)
        }
      }
    }
    #expect(clashes.load(ordering: .relaxed) == 0)
  }

  @Test("Large blocks lie idle up to what was in use, and the oldest go first")
  func largeBlocks() {
    let store = LargeBlockStore()
    // Never touched: only their numbers matter.
    let blocks = (1...100).compactMap { UnsafeMutableRawPointer(bitPattern: $0 << 30) }
    let size = SizeClass(byteCount: 16 << 20)
    for _ in blocks { #expect(store.take(size).0 == nil) }
    // As many as may lie idle, unless the machine is small.
    var givenBack: [UnsafeMutableRawPointer] = []
    for block in blocks { givenBack += store.put(block, size) }
    #expect(givenBack.count >= 36)
    #expect(givenBack == Array(blocks.prefix(givenBack.count)))
    #expect(store.take(SizeClass(byteCount: 20 << 20)).0 == nil)
    #expect(store.take(size).0 == blocks.last)
    #expect(store.removeAll() == Array(blocks[givenBack.count..<99]))
    #expect(store.take(size).0 == nil)
  }

  @Test("A block larger than all that ever was in use is not kept")
  func limitOfLargeBlocks() throws {
    // Nobody took this one here.
    let block = try #require(UnsafeMutableRawPointer(bitPattern: 1 << 30))
    #expect(LargeBlockStore().put(block, SizeClass(byteCount: 96 << 20)) == [block])
  }

  @Test(
    "A loop over blocks of one size gets the same memory", arguments: [100, 100_000, 2_000_000])
  func steadyLoop(count: Int) {
    var addresses: Set<UnsafeMutableRawPointer> = []
    for _ in 0..<50 { addresses.insert(Storage(.f64, count: count).address) }
    // Other tests run beside and may take a block in between.
    #expect(addresses.count < 25)
  }
}
