/// The characters that rules, bars and elisions are drawn with.
public enum BoxStyle: String, Sendable, Hashable, CaseIterable {
  /// `-`, `|` and `+`.
  case ascii
  /// Box-drawing characters.
  case unicode

  var horizontal: String { self == .ascii ? "-" : "─" }
  var vertical: String { self == .ascii ? "|" : "│" }
  var crossing: String { self == .ascii ? "+" : "┼" }
  /// Columns were left out here.
  var columnsElided: String { self == .ascii ? "..." : "…" }
  /// Rows were left out here.
  var rowsElided: String { self == .ascii ? ":" : "⋮" }
}
