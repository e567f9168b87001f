/// What `expect` compares with.
public enum Comparator: String, Sendable, CaseIterable {
  /// Equal in every cell.
  case equal = "=="
  /// Equal within a tolerance.
  case close = "~"
  /// Different in at least one cell.
  case notEqual = "!="
  /// Less.
  case less = "<"
  /// Less or equal.
  case lessOrEqual = "<="
  /// Greater.
  case greater = ">"
  /// Greater or equal.
  case greaterOrEqual = ">="
}
