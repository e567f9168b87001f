/// What a verb does in a round of a loop that is computed without its statements being run one by one.
enum RoundRole: Sendable {
  /// It gives or prints what its operands, its options and the random numbers come to: wherever these
  /// are known it may be run by itself.
  case apart
  /// It chooses the value whose gradients are taken.
  case backward
  /// It moves names against their gradients.
  case descent
  /// It asks or changes something else of the session: a loop with it runs statement by statement.
  case session
}
