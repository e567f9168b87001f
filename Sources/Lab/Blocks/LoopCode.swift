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
  let watched: [(name: String, target: Target)]
  /// What may stop being a number: the names watched, and the others that the body binds.
  let numbers: [(name: String, target: Target)]
  let numberTargets: [Target]
  /// The names that the body binds; nil if it may bind others too, as `load` and `run` do.
  let boundNames: Set<String>?
  let body: [StatementCode]
  /// The line that opens the block.
  let span: SourceSpan
  /// What is known of its rounds.
  var knowledge: RoundKnowledge?

  init(
    _ rounds: Rounds, watched: [(name: String, target: Target)],
    bound: [(name: String, target: Target)], boundNames: Set<String>?, body: [StatementCode],
    span: SourceSpan
  ) {
    self.rounds = rounds
    self.watched = watched
    numbers = watched + bound
    numberTargets = numbers.map(\.target)
    self.boundNames = boundNames
    self.body = body
    self.span = span
  }
}
