import Synchronization

/// Failures that a test asks for: the Nth system call fails, or does half of its work.
///
/// The plan is bound to the running task, so that tests beside it see nothing of it (the idea is
/// swift-system's `Mocking`).
final class FaultPlan: Sendable {
  /// What happens to the call that the plan picks.
  enum Fault: Sendable, Hashable {
    /// It fails with this code.
    case failure(Int32)
    /// A read or write handles half of its bytes, at least one; other calls go through.
    case half
    /// The user asks to stop just before it.
    case interrupt
  }

  @TaskLocal static var current: FaultPlan?

  private struct Log {
    var calls: [SystemCall] = []
    var interrupted = false
  }

  private let pick: @Sendable (Int, SystemCall) -> Fault?
  private let log = Mutex(Log())

  /// Makes a plan from a function that is asked at every call, with the calls' running number from 0.
  init(_ pick: @escaping @Sendable (Int, SystemCall) -> Fault?) {
    self.pick = pick
  }

  /// The calls made so far.
  var calls: [SystemCall] { log.withLock { $0.calls } }

  /// Whether a stop was asked for.
  var isInterrupted: Bool { log.withLock { $0.interrupted } }

  func next(_ call: SystemCall) -> Fault? {
    let number = log.withLock { log in
      log.calls.append(call)
      return log.calls.count - 1
    }
    let fault = pick(number, call)
    if fault == .interrupt { log.withLock { $0.interrupted = true } }
    return fault
  }
}
