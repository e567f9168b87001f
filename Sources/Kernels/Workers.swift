internal import CSystem
import Synchronization

/// The threads that share a kernel's work.
public enum Workers {
  /// How many threads a call of `run` may use, the caller's included: at first one a core.
  ///
  /// A smaller number takes effect at the next call.
  public static var threadCount: Int {
    get { limit.load(ordering: .relaxed) }
    set { limit.store(max(1, newValue), ordering: .relaxed) }
  }

  /// How many cores this process may use.
  public static let coreCount = max(1, Int(patchwork_core_count()))

  private static let limit = Atomic<Int>(coreCount)
  private static let crew = WorkerCrew()

  /// Runs `body` for every index below `count`, on as many threads as allowed, and returns when all
  /// are done.
  ///
  /// It pays from about 10 µs of work. Which thread takes which index is left open: a result must
  /// not depend on it. A call from inside `body`, or while another thread's call is running, runs
  /// on its own thread alone.
  ///
  /// - Throws: `Interrupted` if any of the calls did; indices not yet begun are then left out.
  public static func run(
    _ count: Int, _ body: @Sendable (Int) throws(Interrupted) -> Void
  ) throws(Interrupted) {
    let threads = min(threadCount, count)
    let rehearsal = InterruptRehearsal.exists ? Interrupt.rehearsal : nil
    let ended =
      threads > 1
      ? crew.share(count, threads: threads) { (index: Int) throws(Interrupted) in
        // Threads of the crew belong to no task: they are told of this one's rehearsal.
        if let rehearsal {
          try rehearsal.bound { () throws(Interrupted) in try body(index) }
        } else {
          try body(index)
        }
      } : nil
    if let ended {
      if ended == .interrupted { throw Interrupted() }
      return
    }
    for index in 0..<count { try body(index) }
  }
}
