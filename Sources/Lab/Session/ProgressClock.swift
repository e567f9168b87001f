/// Lets progress be shown a few times a second, and not at all for what is over at once.
struct ProgressClock {
  private let clock = ContinuousClock()
  private var due: ContinuousClock.Instant

  /// Starts to count.
  init() { due = clock.now + .milliseconds(300) }

  /// Runs the body if it is time again.
  mutating func tick(_ body: () -> Void) {
    let now = clock.now
    guard now >= due else { return }
    due = now + .milliseconds(100)
    body()
  }
}
