import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Idle blocks of more than 64 KiB: as much as was ever in use at one time, but no more than an eighth
/// of the machine's memory. The oldest make room for others.
final class LargeBlockStore: Sendable {
  fileprivate struct Idle {
    let block: UnsafeMutableRawPointer
    let size: SizeClass
  }

  fileprivate struct State: @unchecked Sendable {
    /// The oldest first.
    var idle: [Idle] = []
    var idleByteCount = 0
    var lentByteCount = 0
    var mostLentByteCount = 64 << 20
  }

  private let state = Mutex(State())
  private let machineByteCount: Int

  /// How many blocks may lie idle.
  fileprivate static let capacity = 64

  /// Makes an empty store.
  init() {
    let (pages, pageSize) = (sysconf(Int32(_SC_PHYS_PAGES)), sysconf(Int32(_SC_PAGESIZE)))
    machineByteCount = pages > 0 && pageSize > 0 ? pages * pageSize : 1 << 32
    state.withLock { $0.idle.reserveCapacity(Self.capacity + 1) }
  }

  /// Lends a block of that class: the one that was used last, or nil if one has to be made.
  ///
  /// - Returns: besides, blocks to give back to the system: with idle ones no more than half of its
  ///   memory is taken.
  func take(_ size: SizeClass) -> (UnsafeMutableRawPointer?, crowdedOut: [UnsafeMutableRawPointer])
  {
    state.withLock { state in
      state.lentByteCount += size.byteCount
      state.mostLentByteCount = max(state.mostLentByteCount, state.lentByteCount)
      if let place = state.idle.lastIndex(where: { $0.size == size }) {
        state.idleByteCount -= size.byteCount
        return (state.idle.remove(at: place).block, [])
      }
      return (nil, state.shrink(to: max(0, machineByteCount / 2 - state.lentByteCount)))
    }
  }

  /// Takes a block back.
  ///
  /// - Returns: blocks to give back to the system, perhaps this one.
  func put(_ block: UnsafeMutableRawPointer, _ size: SizeClass) -> [UnsafeMutableRawPointer] {
    state.withLock { state in
      state.lentByteCount -= size.byteCount
      state.idle.append(Idle(block: block, size: size))
      state.idleByteCount += size.byteCount
      return state.shrink(to: min(state.mostLentByteCount, machineByteCount / 8))
    }
  }

  /// Gives up all idle blocks.
  func removeAll() -> [UnsafeMutableRawPointer] {
    state.withLock { $0.shrink(to: 0) }
  }

  /// Takes back that a block was lent, which could not be made.
  func forget(_ size: SizeClass) {
    state.withLock { $0.lentByteCount -= size.byteCount }
  }
}

extension LargeBlockStore.State {
  /// Takes out the oldest blocks until there are few enough of so many bytes at most.
  fileprivate mutating func shrink(to byteCount: Int) -> [UnsafeMutableRawPointer] {
    var removed = 0
    while removed < idle.count,
      idleByteCount > byteCount || idle.count - removed > LargeBlockStore.capacity
    {
      idleByteCount -= idle[removed].size.byteCount
      removed += 1
    }
    guard removed > 0 else { return [] }
    defer { idle.removeFirst(removed) }
    return idle[..<removed].map(\.block)
  }
}
