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

  /// What one value among several is called: its name, or the expression as it was written, cut
  /// where it is long.
  func label(of expression: Expression) -> String {
    if let title = title(of: expression) { return title }
    let words = source.text(expression.span).split { $0.isWhitespace }.joined(separator: " ")
    return words.count > Self.longestLabel ? words.prefix(Self.longestLabel - 3) + "..." : words
  }

  private static let longestLabel = 24
}
