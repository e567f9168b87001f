/// One statement; a block is a statement with statements inside.
public struct Statement: Sendable {
  /// The forms of statements.
  public indirect enum Kind: Sendable {
    /// `y = conv x k`
    case binding(name: String, nameSpan: SourceSpan, value: Expression)
    /// `x[0, 0] = 5`
    case indexedBinding(
      name: String, nameSpan: SourceSpan, items: [IndexItem], value: Expression)
    /// An expression alone, which is shown
    case expression(Expression)
    /// A verb that makes a statement and gives no value: `drop x`
    case command(Application)
    /// `param epochs = 5`
    case parameter(name: String, nameSpan: SourceSpan, value: Expression)
    /// `expect a ~ b tol=1e-9`
    case expectation(Expectation)
    /// `expect fails …`
    case expectFails(Statement)
    /// What follows `expect fails` and cannot run: it calls a verb as its signature does not allow.
    /// In a script with ``Script/diagnostics`` also a block whose header is wrong
    case refused(Diagnostic)
    /// `time …`
    case time(Statement)
    /// `repeat 500 … end`, `for i in 0:10 … end`
    case loop(Loop)
    /// `def net x k … end`, which stands neither in a block nor after `time` or `expect fails`
    case definition(Definition)
  }

  /// The form and its parts.
  public let kind: Kind
  /// Where the statement stands, up to the `end` of a block and without the `;` that ends it.
  public let span: SourceSpan
  /// True when a `;` ends the statement; a statement inside `time` is silenced with it.
  /// In a block each statement has its own `;`, whatever follows the `end`.
  public let isSilenced: Bool
}
