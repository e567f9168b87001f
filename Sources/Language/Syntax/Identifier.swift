/// A name where it is written: the variable of a loop, an operand of a `def`.
public struct Identifier: Sendable, Hashable {
  /// The name.
  public var name: String
  /// Where it stands.
  public var span: SourceSpan
}
