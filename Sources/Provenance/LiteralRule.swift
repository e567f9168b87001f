/// What an operation does with operands that are literals and nothing else.
public enum LiteralRule: Sendable, Hashable {
  /// They take the session's type: `conv [1 2; 3 4] [1]`.
  case settle
  /// The result is a literal again, to take the type of what it meets: `1 / 3`.
  case stayLiteral
  /// They are read as they were written, whatever they meet: `f64 0.1`.
  case asWritten
}
