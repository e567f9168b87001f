/// A token: what it is and where; its text is read from the source when it is needed.
struct Token {
  enum Kind: UInt8 {
    case number, shape, text, name
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket
    case comma, colon, semicolon, newline, equals
    case plus, minus, star, slash, at, caret
    case equalEqual, tilde, notEqual, less, lessOrEqual, greater, greaterOrEqual
    /// What the lexer refused; its error is in ``Lexer/errors``.
    case invalid
    /// A text that its line does not close; invalid, but told apart for completion.
    case openText
    case end
  }

  let kind: Kind
  /// Whether a space, a comment or a line break stands before the token.
  let spaceBefore: Bool
  /// Whether a line break inside brackets stands before the token.
  let lineBefore: Bool
  let start: Int
  let end: Int

  var span: SourceSpan { SourceSpan(start, end) }

  /// The infix operator the token is, and how tightly it binds; `^` is parsed on its own.
  var infix: (symbol: BinaryOperator, precedence: Int)? {
    switch kind {
    case .plus: (.add, 1)
    case .minus: (.subtract, 1)
    case .star: (.multiply, 2)
    case .slash: (.divide, 2)
    case .at: (.matmul, 2)
    default: nil
    }
  }

  var comparator: Comparator? {
    switch kind {
    case .equalEqual: .equal
    case .tilde: .close
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }

  var endsStatement: Bool { kind == .newline || kind == .semicolon || kind == .end }
}
