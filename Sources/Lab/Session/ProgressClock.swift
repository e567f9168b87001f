/// Lets progress be shown a few times a second, and not at all for what is over at once.
struct ProgressClock {
  private let clock = ContinuousClock()
  private var due: ContinuousClock.Instant

  private let start: ContinuousClock.Instant
  /// So many ticks are let pass between two looks at the clock, which take as long as a short round.
  private var stride = 1
  private var left = 1
  private var lastLook: ContinuousClock.Instant

  /// Starts to count.
  ///
  /// - Parameter patience: how long nothing is shown.
  init(patience: Duration = .milliseconds(300)) {
    start = clock.now
    due = start + patience
    lastLook = start
  }

  /// The seconds since the start if it is time again, else nil.
  mutating func tick() -> Double? {
    left -= 1
    guard left <= 0 else { return nil }
    let now = clock.now
    if now - lastLook < .milliseconds(1) {
      stride = min(stride * 2, 1 << 16)
    } else if now - lastLook > .milliseconds(10) {
      stride = 1
    }
    (left, lastLook) = (stride, now)
    guard now >= due else { return nil }
    due = now + .milliseconds(100)
    return (now - start) / .seconds(1)
  }
}
