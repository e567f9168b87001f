/// Lets progress be shown a few times a second, and not at all for what is over at once.
struct ProgressClock {
  private let clock = ContinuousClock()
  private var due: ContinuousClock.Instant

  private let start: ContinuousClock.Instant

  /// Starts to count.
  ///
  /// - Parameter patience: how long nothing is shown.
  init(patience: Duration = .milliseconds(300)) {
    start = clock.now
    due = start + patience
  }

  /// The seconds since the start if it is time again, else nil.
  mutating func tick() -> Double? {
    let now = clock.now
    guard now >= due else { return nil }
    due = now + .milliseconds(100)
    return (now - start) / .seconds(1)
  }
}
