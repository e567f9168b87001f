internal import CSystem
import Synchronization

/// The worker threads and the one job they share at a time.
///
/// The caller opens a door; a worker that finds it open steps in, takes indices until none are
/// left, and steps out. The caller works too, closes the door, and waits only for those inside: a
/// worker that wakes too late finds the door closed and costs nothing.
final class WorkerCrew: @unchecked Sendable {
  enum Ending { case done, interrupted }
  typealias Body = @Sendable (Int) throws(Interrupted) -> Void

  /// Looks at the door before a worker sleeps: some tens of microseconds.
  private static let looks = 1500

  private let isBusy = Atomic<Bool>(false)
  /// Bit 0: open. The rest: twice the workers that stepped in.
  private let door = Atomic<Int>(0)
  private let generation = Atomic<Int>(0)
  private let left = Atomic<Int>(0)
  private let next = Atomic<Int>(0)
  private let wasInterrupted = Atomic<Bool>(false)
  private let sleepers = Atomic<Int>(0)
  private let bed = WorkerBed()
  private var hired = 0

  // Written while the door is closed, read by those who stepped in.
  private var body: Body?
  private var count = 0
  private var helpers = 0

  /// Shares a job.
  ///
  /// - Returns: how it ended, or nil if the crew is at work already.
  func share(_ count: Int, threads: Int, _ body: Body) -> Ending? {
    guard !isBusy.exchange(true, ordering: .acquiring) else { return nil }
    defer { isBusy.store(false, ordering: .releasing) }
    hire(threads - 1)
    // The door is closed and everyone out before this returns: the closure does not escape.
    return withoutActuallyEscaping(body) { carryOut(count, threads: threads, $0) }
  }

  private func carryOut(_ count: Int, threads: Int, _ body: @escaping Body) -> Ending {
    self.body = body
    self.count = count
    helpers = threads - 1
    next.store(0, ordering: .relaxed)
    left.store(0, ordering: .relaxed)
    wasInterrupted.store(false, ordering: .relaxed)
    generation.add(1, ordering: .relaxed)
    door.store(1, ordering: .sequentiallyConsistent)
    if sleepers.load(ordering: .sequentiallyConsistent) > 0 { bed.wakeAll() }
    takeIndices(body, count)
    let entered = door.exchange(0, ordering: .acquiringAndReleasing) >> 1
    var looks = 0
    while left.load(ordering: .acquiring) < entered {
      looks += 1
      if looks < Self.looks { patchwork_spin_pause() } else { patchwork_thread_yield() }
    }
    self.body = nil
    return wasInterrupted.load(ordering: .relaxed) ? .interrupted : .done
  }

  private func hire(_ number: Int) {
    while hired < number {
      let place = hired
      guard WorkerThread.start({ self.serve(place) }) else { return }
      hired += 1
    }
  }

  private func takeIndices(_ body: Body, _ count: Int) {
    do throws(Interrupted) {
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        try body(index)
      }
    } catch {
      wasInterrupted.store(true, ordering: .relaxed)
      next.store(count, ordering: .relaxed)
    }
  }

  /// A worker's life.
  private func serve(_ place: Int) {
    var served = 0
    while true {
      var looks = 0
      while !isCalled(after: served) {
        looks += 1
        if looks < Self.looks {
          patchwork_spin_pause()
        } else {
          sleep(after: served)
        }
      }
      guard let entered = enter() else { continue }
      served = entered
      if place < helpers, let body { takeIndices(body, count) }
      left.add(1, ordering: .releasing)
    }
  }

  private func isCalled(after served: Int) -> Bool {
    door.load(ordering: .sequentiallyConsistent) & 1 == 1
      && generation.load(ordering: .relaxed) != served
  }

  /// Steps in if the door is still open.
  ///
  /// - Returns: the generation of the job inside.
  private func enter() -> Int? {
    var seen = door.load(ordering: .relaxed)
    while seen & 1 == 1 {
      let (exchanged, original) = door.compareExchange(
        expected: seen, desired: seen + 2, ordering: .acquiringAndReleasing)
      if exchanged { return generation.load(ordering: .relaxed) }
      seen = original
    }
    return nil
  }

  private func sleep(after served: Int) {
    bed.lie {
      sleepers.add(1, ordering: .sequentiallyConsistent)
      return !isCalled(after: served)
    } untilWoken: {
      sleepers.subtract(1, ordering: .sequentiallyConsistent)
    }
  }
}
