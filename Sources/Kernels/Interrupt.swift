internal import CSystem

/// The user's wish to stop the running statement: a flag that a signal handler sets.
public enum Interrupt {
  /// Whether a stop was asked for since the flag was last cleared.
  public static var isRequested: Bool {
    patchwork_interrupt_requested()
      || (InterruptRehearsal.exists && (rehearsal?.isDue() ?? false))
  }

  /// What stands in for the user within the running task: how a test stops one loop and no other.
  @TaskLocal public static var rehearsal: InterruptRehearsal?

  /// Asks every running loop to stop at its next look at the flag.
  public static func request() { patchwork_interrupt_request() }

  /// Forgets an earlier request: called before a statement starts.
  public static func clear() { patchwork_interrupt_clear() }

  /// Makes SIGINT set the flag for the rest of the process's life.
  public static func installHandler() { patchwork_interrupt_install() }

  /// Returns at once unless a stop was asked for.
  ///
  /// - Throws: `Interrupted` if one was.
  @inline(__always)
  public static func check() throws(Interrupted) {
    if isRequested { throw Interrupted() }
  }
}

/// The user asked to stop; nothing of the statement's result is kept.
public struct Interrupted: Error, Hashable {
  /// The one value of this type.
  public init() {}
}
