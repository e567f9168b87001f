/// One item of an index, between two commas.
public struct IndexItem: Sendable {
  /// What an item picks; negative numbers are passed on as written.
  public enum Kind: Sendable {
    /// `:`, the whole axis
    case all
    /// `3`, one position
    case at(Expression)
    /// `a:b` or `a:b:s`, each part optional
    case range(lower: Expression?, upper: Expression?, step: Expression?)
  }

  /// What the item picks.
  public var kind: Kind
  /// Where the item stands.
  public var span: SourceSpan

  var height: Int {
    switch kind {
    case .all: 0
    case .at(let expression): expression.height
    case .range(let lower, let upper, let step):
      max(lower?.height ?? 0, upper?.height ?? 0, step?.height ?? 0)
    }
  }
}
