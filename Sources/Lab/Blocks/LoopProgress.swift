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
  private var notNumbers: Set<String> = []

  init(_ session: Session, total: Int, _ loop: LoopCode) {
    self.session = session
    self.total = total
    self.loop = loop
  }

  /// Takes note of a finished round.
  mutating func finished(_ round: Int) {
    for (name, code) in loop.numbers where !notNumbers.contains(name) {
      guard let number = number(code), number.isNaN else { continue }
      notNumbers.insert(name)
      session.writeDiagnostic("note: \(name) is nan from round \(round + 1) on")
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
    for (name, code) in loop.watched {
      if let number = number(code) {
        parts.append("\(name) \(NumberFormat.text(of: number, digits: 4))")
      }
    }
    return parts.joined(separator: "  ")
  }

  private func number(_ code: Code) -> Double? {
    guard let node = try? Evaluator(session: session).node(code), node.value.shape.count == 1 else {
      return nil
    }
    return try? node.value.tensor().number
  }
}
