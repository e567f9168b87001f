/// A node of the syntax tree that stands for a value, or for a word where a verb takes one.
///
/// A bracketed expression is the node inside with the span of the brackets.
public struct Expression: Sendable {
  /// The forms of expressions.
  public indirect enum Kind: Sendable {
    /// `3`, `1e-9`
    case number(NumberLiteral)
    /// `3x227x227`: a value of one dimension
    case shape([Int])
    /// `[1 2; 3 4]`, `[[1, 2], [3, 4]]`
    case matrix(MatrixLiteral)
    /// `"text"`, escapes resolved
    case text(String)
    /// A bare word where the verb declares one: `f32` of `set dtype f32`, `conv` of `help conv`
    case word(String)
    /// A name; `_` is the last shown value
    case name(String)
    /// `x[0, :, 2:5]`
    case index(base: Expression, items: [IndexItem])
    /// `conv x k stride=2`
    case application(Application)
    /// `-x`
    case negation(Expression)
    /// `a + b`
    case binary(BinaryOperator, left: Expression, right: Expression, operatorSpan: SourceSpan)
  }

  /// The form and its parts.
  public let kind: Kind
  /// Where the expression stands.
  public internal(set) var span: SourceSpan
  /// The levels below and including this one, so that a tree never gets deeper than
  /// ``Limits/expressionHeight`` and may be walked recursively.
  let height: Int

  init(_ kind: Kind, _ span: SourceSpan) {
    self.kind = kind
    self.span = span
    height = 1 + Self.heightBelow(kind)
  }

  private static func heightBelow(_ kind: Kind) -> Int {
    switch kind {
    case .number, .shape, .text, .word, .name: 0
    case .matrix(let literal): literal.cells.reduce(0) { max($0, $1.height) }
    case .index(let base, let items): items.reduce(base.height) { max($0, $1.height) }
    case .application(let application): application.height
    case .negation(let operand): operand.height
    case .binary(_, let left, let right, _): max(left.height, right.height)
    }
  }
}
