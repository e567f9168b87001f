/// The comparison of an `expect`.
public struct Expectation: Sendable {
  /// What stands before the comparator.
  public var left: Expression
  /// How the two are compared.
  public var comparator: Comparator
  /// Where the comparator stands.
  public var comparatorSpan: SourceSpan
  /// What stands after the comparator.
  public var right: Expression
  /// The value of `tol=`, which only ``Comparator/close`` takes.
  public var tolerance: Expression?
}
