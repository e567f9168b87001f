import Provenance
import Rendering
import Tensors

/// How far a loop is, said on a terminal once it lasts: a bar, rounds a second, the time left and the
/// values watched. And once, the round in which a watched or bound number stopped being one.
struct LoopProgress {
  private static let barWidth = 20

  private let session: Session
  private let total: Int
  private let loop: LoopCode
  private var clock = ProgressClock(patience: .milliseconds(500))
  private var hasShown = false
  /// For each of the loop's numbers whether it has been said to be none any more.
  private var notNumbers: [Bool]

  init(_ session: Session, total: Int, _ loop: LoopCode) {
    self.session = session
    self.total = total
    self.loop = loop
    notNumbers = Array(repeating: false, count: loop.numbers.count)
  }

  /// Takes note of a finished round.
  mutating func finished(_ round: Int) {
    for place in notNumbers.indices where !notNumbers[place] {
      guard let number = number(loop.numberTargets[place]), number.isNaN else { continue }
      notNumbers[place] = true
      session.writeDiagnostic("note: \(loop.numbers[place].name) is nan from round \(round + 1) on")
    }
    guard let seconds = clock.tick() else { return }
    hasShown = true
    draw(text(round + 1, after: seconds))
  }

  /// Shows a message in its line, or under what is watched.
  private func draw(_ message: String) {
    guard !session.watches.isEmpty, session.console.canRedraw, !session.isMuted else {
      return session.console.showProgress(message)
    }
    session.console.redraw(session.watchedText() + message)
  }

  /// Clears the line; what is watched stays as it is at the end.
  func finish() {
    if hasShown { draw("") }
  }

  private func text(_ done: Int, after seconds: Double) -> String {
    let filled = total == 0 ? 0 : done * Self.barWidth / total
    let bar =
      String(repeating: "#", count: filled)
      + String(repeating: ".", count: Self.barWidth - filled)
    let speed = Double(done) / seconds
    var parts = [
      "[\(bar)] \(done)/\(total)", "\(NumberFormat.text(of: speed, digits: 3)) rounds/s",
      "\(Quantity.duration(seconds: Double(total - done) / speed)) left",
    ]
    for (name, target) in loop.watched {
      if let number = number(target) {
        parts.append("\(name) \(NumberFormat.text(of: number, digits: 4))")
      }
    }
    return parts.joined(separator: "  ")
  }

  private func number(_ target: Target) -> Double? { session.node(of: target)?.number }
}
