/// An option as given: `stride=2`.
public struct OptionArgument: Sendable {
  /// What stands after the `=`.
  public enum Value: Sendable {
    /// A word that the option declares: `same`, `max`, `true`
    case word(String)
    /// An operand: `2`, `2x1`, `"blue"`, `(n + 1)`
    case expression(Expression)
    /// An index list: `1,2`, `10:20`
    case indices([IndexItem])
  }

  /// The option's name.
  public var name: String
  /// Where the name stands.
  public var nameSpan: SourceSpan
  /// What is given.
  public var value: Value
  /// Where the value stands.
  public var valueSpan: SourceSpan

  /// Where the whole option stands.
  public var span: SourceSpan { nameSpan.union(valueSpan) }

  var height: Int {
    switch value {
    case .word: 0
    case .expression(let expression): expression.height
    case .indices(let items): items.reduce(0) { max($0, $1.height) }
    }
  }
}
