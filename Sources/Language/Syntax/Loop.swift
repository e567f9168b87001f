/// A block that runs again and again: `repeat` or `for`.
public struct Loop: Sendable {
  /// What decides how often the body runs. The parser refuses literals that are no whole numbers;
  /// every other value is still to be checked.
  public enum Rounds: Sendable {
    /// `repeat 500`
    case count(Expression)
    /// `for i in 0:10 step=2`: the bounds are those of an index, the upper one excluded; without
    /// a step the variable goes up by one
    case range(variable: Identifier, lower: Expression, upper: Expression, step: Expression?)
  }

  /// `repeat` or `for`.
  public var keyword: Keyword
  /// Where the keyword stands.
  public var keywordSpan: SourceSpan
  /// How often the body runs.
  public var rounds: Rounds
  /// The names of `watch=loss,accuracy`, whose values go with the progress.
  public var watched: [Identifier]
  /// The statements between the header and `end`; may be none.
  public var body: [Statement]
}
