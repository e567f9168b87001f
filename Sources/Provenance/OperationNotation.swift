/// Where an operation's verb stands among its operands and options when it is written down.
public enum OperationNotation: Sendable {
  /// Before them, the options last: `conv x k pad=1`.
  case application
  /// Before them, the options first: `einsum "ij,jk->ik" a b`.
  case formula
  /// Between two operands, or before one: `a + b`, `-x`. Options are not written.
  case sign
  /// Nowhere; the options stand behind the operand as an index: `x[0, :]`.
  case index
}
