import Kernels
import Language
import Provenance
import Tensors

/// Runs a loop: whole rounds only, whatever stops it.
struct LoopRunner {
  let runner: StatementRunner
  let loop: LoopCode

  private var session: Session { runner.session }

  /// - Throws: a `Diagnostic` that names the round, or `LoopStopped` after the last whole round.
  func run() throws {
    let plan = try self.plan()
    let outer = session.mode
    session.mode = .script
    defer { session.mode = outer }
    session.openRounds.append(OpenRound(count: plan.count))
    let depth = session.openRounds.count - 1
    var progress = LoopProgress(session, total: plan.count, loop)
    defer {
      progress.finish()
      session.openRounds.removeLast()
      if depth == 0 { session.loopNotes = [] }
    }
    if plan.count > 0 { progress.sayUnknown() }
    var before: Checkpoint?
    let rounds = ComputedRounds(session, loop)
    var round = 0
    while round < plan.count {
      let isComputed = try rounds.areDue(at: round, of: plan.count)
      let start = session.checkpoint(after: before)
      before = start
      session.openRounds[depth].round = round
      do {
        try Interrupt.check()
        if let variable = plan.variable {
          let value = Tensor(Double(plan.first + round * plan.step))
          session.bind(variable, to: Node(value, isLiteral: true))
        }
        if !isComputed {
          try rounds.run(round, of: plan.count, runner)
          if session.wantsToQuit { return session.keep(start) }
        } else if try !rounds.compute(runner) {
          session.takeBack(start)
          continue
        }
      } catch let diagnostic as Diagnostic {
        throw located(diagnostic, round: round, of: plan)
      } catch {
        guard Explanation.isInterruption(error) || error is LoopStopped else { throw error }
        session.takeBack(start)
        try rounds.leave()
        throw LoopStopped(round: round, count: plan.count)
      }
      session.keep(start)
      progress.finished(round, rounds)
      round += 1
      if rounds.isStopping { throw LoopStopped(round: round, count: plan.count) }
    }
    if plan.count > 0 { progress.sayUnbound() }
  }

  /// How often the body runs, and what the loop's name counts.
  private struct Plan {
    var variable: Target?
    var first = 0
    var step = 1
    let count: Int
  }

  private func plan() throws -> Plan {
    switch loop.rounds {
    case .times(let code, let span):
      let count = try number(code, span)
      guard count >= 0 else {
        throw Diagnostic("a block cannot be repeated \(count) times", at: span)
      }
      return Plan(count: count)
    case .range(let variable, let lower, let upper, let step, let span):
      let (first, end) = (try number(lower, span), try number(upper, span))
      let step = try step.map { try number($0, span) } ?? 1
      guard step != 0 else {
        throw Diagnostic("a step of 0 never arrives", at: span, help: "step=1, or a negative step")
      }
      let (distance, overflows) = end.subtractingReportingOverflow(first)
      guard !overflows else {
        throw Diagnostic("the range is longer than can be counted", at: span)
      }
      let isEmpty = step > 0 ? distance <= 0 : distance >= 0
      let count = isEmpty ? 0 : (distance.magnitude - 1) / step.magnitude + 1
      return Plan(variable: variable, first: first, step: step, count: Int(count))
    }
  }

  private func number(_ code: Code, _ span: SourceSpan) throws -> Int {
    try Lab.located(Site(span)) { try Evaluator(session: session).node(code).wholeNumber() }
  }

  /// The diagnostic with the round it was met in; an inner loop's comes first.
  private func located(_ diagnostic: Diagnostic, round: Int, of plan: Plan) -> Diagnostic {
    var diagnostic = diagnostic
    var text = "in round \(round + 1) of \(plan.count)"
    if plan.variable != nil { text += ", at \(plan.first + round * plan.step)" }
    diagnostic.secondary.append(Diagnostic.Note(text, at: loop.span))
    return diagnostic
  }
}

/// The user stopped a loop; the session is as it was after the round before.
struct LoopStopped: Error {
  /// The round that was not finished, from 0.
  let round: Int
  /// How many there were to be.
  let count: Int
}
