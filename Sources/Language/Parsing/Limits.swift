/// The bounds of what the parser accepts; beyond them it gives a diagnostic.
public enum Limits {
  /// Brackets, signs, exponents, prefixes and blocks inside one another.
  public static let nestingDepth = 200
  /// Levels of a syntax tree; a chain of `+` makes one level an operator.
  public static let expressionHeight = 500
  /// Bytes of one statement line, continuation lines included.
  public static let statementBytes = 1 << 20
  /// Cells of one matrix literal.
  public static let matrixCells = 1 << 16
  /// Bytes of a script.
  public static let scriptBytes = 16 << 20
  /// Extents of a shape literal and dimensions of a matrix literal.
  public static let dimensions = 8
  /// Diagnostics reported for one source.
  public static let diagnostics = 20
}
