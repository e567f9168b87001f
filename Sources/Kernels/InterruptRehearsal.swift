import Synchronization

/// A request to stop that comes after a number of looks at the flag, and counts them.
///
///     let rehearsal = InterruptRehearsal(afterLooks: 3)
///     Interrupt.$rehearsal.withValue(rehearsal) { … }  // stops at the fourth look
public final class InterruptRehearsal: Sendable {
  private let allowed: Int
  private let seen = Atomic<Int>(0)

  /// Makes a request that is due once `allowed` looks have passed; without a number it never is.
  public init(afterLooks allowed: Int = .max) {
    self.allowed = allowed
    Self.count.add(1, ordering: .relaxed)
  }

  deinit { Self.count.subtract(1, ordering: .relaxed) }

  private static let count = Atomic<Int>(0)

  /// Whether there is any: a look at the task's own takes longer.
  static var exists: Bool { count.load(ordering: .relaxed) > 0 }

  /// How often the flag was looked at.
  public var looks: Int { seen.load(ordering: .relaxed) }

  /// Runs `body` with this request as the running task's, or the thread's where it has none.
  func bound(_ body: () throws(Interrupted) -> Void) throws(Interrupted) {
    var isInterrupted = false
    Interrupt.$rehearsal.withValue(self) {
      do throws(Interrupted) { try body() } catch { isInterrupted = true }
    }
    if isInterrupted { throw Interrupted() }
  }

  func isDue() -> Bool { seen.wrappingAdd(1, ordering: .relaxed).oldValue >= allowed }
}
