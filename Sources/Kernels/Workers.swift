/// The threads that share a kernel's work.
public enum Workers {
  /// Runs `body` for every index below `count`, on as many threads as pay, and returns when all
  /// are done.
  ///
  /// Which thread takes which index is left open: a result must not depend on it. A call from
  /// inside `body` runs on its own thread alone.
  ///
  /// - Throws: `Interrupted` if any of the calls did; indices not yet begun are then left out.
  public static func run(
    _ count: Int, _ body: @Sendable (Int) throws(Interrupted) -> Void
  ) throws(Interrupted) {
    for index in 0..<count { try body(index) }
  }
}
