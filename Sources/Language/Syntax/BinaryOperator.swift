/// An infix operator.
public enum BinaryOperator: String, Sendable, CaseIterable {
  /// `a + b`
  case add = "+"
  /// `a - b`
  case subtract = "-"
  /// `a * b`, cell by cell
  case multiply = "*"
  /// `a / b`
  case divide = "/"
  /// `a @ b`, the matrix product
  case matmul = "@"
  /// `a ^ b`, which groups from the right
  case power = "^"
}
