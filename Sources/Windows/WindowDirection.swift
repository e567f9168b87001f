/// One of the two directions in which a window slides.
public enum WindowDirection: Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// Downwards, from row to row.
  case rows
  /// To the right, from column to column.
  case columns

  /// `rows` or `columns`.
  public var description: String { self == .rows ? "rows" : "columns" }
}
