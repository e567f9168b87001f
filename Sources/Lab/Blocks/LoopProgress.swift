import Language
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
  /// For each of the loop's numbers whether something has been said of it.
  private var notNumbers: [Bool]

  init(_ session: Session, total: Int, _ loop: LoopCode) {
    self.session = session
    self.total = total
    self.loop = loop
    notNumbers = loop.numbers.map { session.loopNotes.contains($0.name) }
  }

  /// Takes note of a finished round.
  mutating func finished(_ round: Int) {
    for place in notNumbers.indices where !notNumbers[place] {
      guard let number = number(loop.numberTargets[place]), number.isNaN else { continue }
      notNumbers[place] = true
      let name = loop.numbers[place].name
      note("\(name) is NaN from round \(round + 1) on", about: name)
    }
    guard let seconds = clock.tick() else { return }
    hasShown = true
    draw(text(round + 1, after: seconds))
  }

  /// Says what `watch=` named and no round has bound.
  func sayUnbound() {
    for (name, target) in loop.watched where session.node(of: target) == nil {
      let nearest = Nearest.match(name, among: session.boundNames).map { "; did you mean \($0)?" }
      note("watch=\(name): no round has bound \(name)\(nearest ?? "")", about: name)
    }
  }

  /// Says something about a name, unless a loop inside the same outermost loop has.
  private func note(_ text: String, about name: String) {
    guard session.loopNotes.insert(name).inserted else { return }
    session.writeDiagnostic("note: \(text)")
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
