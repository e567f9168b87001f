/// An operand of a matrix product a · b.
public enum MatmulSide: Sendable {
  /// a.
  case left
  /// b.
  case right
}
