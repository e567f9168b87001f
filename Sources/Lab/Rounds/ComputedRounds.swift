import Kernels
import Provenance

/// The rounds of one run of a loop that are computed from their graph, all alike but for their numbers.
///
/// The first two rounds and the last one run statement by statement: the second is noted down, and the
/// last gives every name the past that the statements give it.
final class ComputedRounds {
  /// A round that takes longer is not worth it, and could not be stopped soon enough.
  private static let longestRound = Duration.milliseconds(20)
  /// So many rounds must be left.
  private static let fewestRounds = 4

  private let session: Session
  private let loop: LoopCode
  /// The routine, once it has taken up the names' values.
  private var routine: RoundRoutine?
  private var hasGivenUp = false
  /// Whether the loop is to stop after the round that runs now.
  private(set) var isStopping = false

  init(_ session: Session, _ loop: LoopCode) {
    (self.session, self.loop) = (session, loop)
    if loop.knowledge?.rareChanges != session.rareChanges {
      loop.knowledge = RoundKnowledge(
        rareChanges: session.rareChanges,
        parts: RoundAnalyser.parts(of: loop, definitions: session.definitions))
    }
  }

  /// Whether a round is to be computed; if not, all names have their values, and it is to be run.
  ///
  /// Whoever asked to stop gets one more round, with which every name gets its past.
  func areDue(at round: Int, of count: Int) throws -> Bool {
    if let routine, routine.isAhead, Interrupt.isRequested {
      isStopping = true
      Interrupt.clear()
    }
    guard isAllowed, !isStopping, round + 1 < count else {
      try leave()
      return false
    }
    if routine == nil, count - round >= Self.fewestRounds, let known = loop.knowledge?.routine {
      if try known.begin(in: session) { routine = known } else { loop.knowledge?.routine = nil }
    }
    return routine != nil
  }

  /// Computes a round.
  ///
  /// - Returns: false where it has to be begun anew, and run.
  func compute(_ runner: StatementRunner) throws -> Bool {
    guard let routine else { return false }
    for statement in loop.body[..<routine.parts.graph.lowerBound] { try runner.run(statement) }
    do {
      guard try routine.compute(Evaluator(session: session)) else {
        forget()
        return false
      }
    } catch {
      // Run again, it says where it went wrong; a wish to stop is granted once it has run.
      if Explanation.isInterruption(error) {
        isStopping = true
        Interrupt.clear()
      }
      forget()
      return false
    }
    if !routine.parts.readBehind.isEmpty { try routine.bindRead(in: session) }
    for statement in loop.body[routine.parts.graph.upperBound...] { try runner.run(statement) }
    routine.advance()
    session.computedRoundCount += 1
    return true
  }

  /// Binds the names that computed rounds bound, and computes no more of them.
  func leave() throws {
    guard let routine else { return }
    (self.routine, hasGivenUp) = (nil, true)
    try routine.publish(in: session)
  }

  /// Whether rounds may be computed at all.
  private var isAllowed: Bool {
    !hasGivenUp && session.computesRounds && session.watches.isEmpty && session.frame == nil
      && loop.knowledge?.rareChanges == session.rareChanges
  }

  /// Runs a round, noted down if that is due.
  func run(_ round: Int, of count: Int, _ runner: StatementRunner) throws {
    guard let recording = newRecording(round, of: count) else {
      for statement in loop.body {
        try runner.run(statement)
        if session.wantsToQuit { return }
      }
      return
    }
    defer { session.recording = nil }
    let start = ContinuousClock.now
    for (place, statement) in loop.body.enumerated() {
      if place == recording.parts.graph.lowerBound { recording.begin(in: session) }
      try runner.run(statement)
      if place == recording.parts.graph.upperBound - 1 { recording.end(in: session) }
    }
    let routine =
      ContinuousClock.now - start < Self.longestRound ? try? RoundRoutine(recording) : nil
    loop.knowledge?.routine = routine
    if routine == nil { loop.knowledge?.parts = nil }
  }

  /// The value of a name that is behind.
  func number(of target: Target) -> Double? {
    guard case .global(let slot, _) = target else { return nil }
    return routine?.number(of: slot)
  }

  private func newRecording(_ round: Int, of count: Int) -> RoundRecording? {
    guard isAllowed, round > 0, count - round >= Self.fewestRounds,
      loop.knowledge?.routine == nil, let parts = loop.knowledge?.parts
    else { return nil }
    return RoundRecording(parts)
  }

  /// Drops a routine that did not hold.
  private func forget() {
    loop.knowledge?.routine = nil
    hasGivenUp = true
  }
}
