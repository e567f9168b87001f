import Language

/// A `repeat` or a `for`, its body analysed once.
final class LoopCode {
  /// How often the body runs.
  enum Rounds {
    case times(Code, SourceSpan)
    case range(variable: Target, lower: Code, upper: Code, step: Code?, SourceSpan)
  }

  let rounds: Rounds
  /// What `watch=` names.
  let watched: [(name: String, code: Code)]
  /// What may stop being a number: the names watched, and the others that the body binds.
  let numbers: [(name: String, code: Code)]
  let body: [StatementCode]
  /// The line that opens the block.
  let span: SourceSpan

  init(
    _ rounds: Rounds, watched: [(name: String, code: Code)],
    bound: [(name: String, code: Code)], body: [StatementCode], span: SourceSpan
  ) {
    self.rounds = rounds
    self.watched = watched
    numbers = watched + bound
    self.body = body
    self.span = span
  }
}
