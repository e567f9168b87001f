import Language
import Provenance
import Rendering
import Tensors

/// How far a loop is, said on a terminal once it lasts: the rounds of the loops around it, a bar,
/// rounds a second, the time left and the values watched. And once, the round in which a watched or
/// bound number became infinite or stopped being one.
struct LoopProgress {
  /// The columns of a bar, and of one in a line that is short of room.
  private static let barWidths = 4...20

  private let session: Session
  private let total: Int
  private let loop: LoopCode
  private var clock: ProgressClock
  /// For each of the loop's numbers what has been said of it.
  private var said: [LoopNote.Fact]

  init(_ session: Session, total: Int, _ loop: LoopCode) {
    self.session = session
    self.total = total
    self.loop = loop
    // Where a loop around lasts already, those inside need not last as long.
    clock = ProgressClock(patience: .milliseconds(session.showsProgress ? 100 : 500))
    let notes = session.loopNotes
    said = loop.numbers.map { number in
      let facts: [LoopNote.Fact] = notes.isEmpty ? [] : [.notANumber, .infinite]
      return facts.first { notes.contains(LoopNote(name: number.name, fact: $0)) } ?? .nothing
    }
  }

  /// Takes note of a finished round.
  ///
  /// - Parameter rounds: those that were computed, whose names may be behind.
  mutating func finished(_ round: Int, _ rounds: ComputedRounds) {
    for place in said.indices where said[place] < .notANumber {
      guard let number = number(loop.numberTargets[place], rounds), !number.isFinite else {
        continue
      }
      let fact: LoopNote.Fact = number.isNaN ? .notANumber : .infinite
      guard fact > said[place] else { continue }
      said[place] = fact
      let name = loop.numbers[place].name
      let outer = outerRounds.isEmpty ? "" : ", in round \(outerRounds)"
      note(
        "\(name) is \(number.isNaN ? "NaN" : "infinite") from round \(round + 1) on\(outer)", name,
        fact)
    }
    guard let seconds = clock.tick() else { return }
    session.showsProgress = true
    draw(text(round + 1, after: seconds, rounds))
  }

  /// Says what `watch=` names and no line of the loop binds; to be called before the first round.
  func sayUnknown() {
    guard let bound = loop.boundNames else { return }
    for (name, target) in loop.watched where !bound.contains(name) {
      guard session.node(of: target) == nil else { continue }
      let nearest = Nearest.match(name, among: bound.union(session.boundNames))
      note(
        "watch=\(name): no line of the block binds \(name)"
          + (nearest.map { "; did you mean \($0)?" } ?? ""), name, .unbound)
    }
  }

  /// Says what `watch=` names and no round has bound.
  func sayUnbound() {
    for (name, target) in loop.watched where session.node(of: target) == nil {
      let nearest = Nearest.match(name, among: session.boundNames).map { "; did you mean \($0)?" }
      note("watch=\(name): no round has bound \(name)\(nearest ?? "")", name, .unbound)
    }
  }

  /// Says something about a name, unless a loop inside the same outermost loop has.
  private func note(_ text: String, _ name: String, _ fact: LoopNote.Fact) {
    guard session.loopNotes.insert(LoopNote(name: name, fact: fact)).inserted else { return }
    session.writeDiagnostic("note: \(text)")
  }

  private var isWatching: Bool {
    !session.watches.isEmpty && session.console.canRedraw && !session.isMuted
  }

  /// Shows a message in its line, under what is watched.
  private func draw(_ message: String) {
    session.console.showProgress((isWatching ? session.watchedText() : "") + message)
  }

  /// Clears the line when the outermost loop ends, and prints what is watched as it is then.
  func finish() {
    guard session.showsProgress, session.openRounds.count == 1 else { return }
    session.showsProgress = false
    session.console.showProgress("")
    if isWatching { session.console.write(session.watchedText()) }
  }

  private func text(
    _ done: Int, after seconds: Double, _ rounds: ComputedRounds
  ) -> String {
    let speed = Double(done) / seconds
    var parts = [
      "\(done)/\(total)", "\(NumberFormat.text(of: speed, digits: 3)) rounds/s",
      "\(Quantity.duration(seconds: Double(total - done) / speed)) left",
    ]
    for (name, target) in loop.watched {
      if let number = number(target, rounds) {
        parts.append("\(name) \(NumberFormat.text(of: number, digits: 4))")
      }
    }
    let rest = parts.joined(separator: "  ")
    let heading = outerRounds.isEmpty ? "" : "round \(outerRounds)  "
    let room = (session.console.width ?? .max) - heading.count - rest.count - 4
    let width = min(max(room, Self.barWidths.lowerBound), Self.barWidths.upperBound)
    let filled = total == 0 ? 0 : Int(Double(done) / Double(total) * Double(width))
    let bar =
      String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    return "\(heading)[\(bar)] \(rest)"
  }

  /// Where the loops around this one are, the outermost first: `3 of 10, 5 of 40`.
  private var outerRounds: String {
    session.openRounds.dropLast().map { "\($0.round + 1) of \($0.count)" }.joined(separator: ", ")
  }

  private func number(_ target: Target, _ rounds: ComputedRounds) -> Double? {
    rounds.number(of: target) ?? session.node(of: target)?.number
  }
}
