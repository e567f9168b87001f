import Language

extension Session {
  /// What a table of an expression is called: the expression where it is a name or an index of one,
  /// and nothing for a longer one, which stands right above it.
  func title(of expression: Expression) -> String? {
    switch expression.kind {
    case .name("_"): nil
    case .name(let name): name
    case .index(let base, _):
      if case .name = base.kind { source.text(expression.span) } else { nil }
    default: nil
    }
  }
}
