extension SyntaxError.Cause {
  /// The texts of what is longer or deeper than it may be.
  var boundWording: Wording {
    switch self {
    case .scriptTooLong(let bytes):
      Wording("the script is too long: \(bytes) bytes, the most is \(Limits.scriptBytes)")
    case .statementTooLong(let bytes):
      Wording(
        "the line is too long: \(bytes) bytes, the most is \(Limits.statementBytes)",
        help: "load long data from a file")
    case .nestedTooDeep:
      Wording(
        "more than \(Limits.nestingDepth) levels inside one another",
        help: "bind a part to a name and use the name")
    case .tooManyOperators:
      Wording(
        "the expression is too long: its tree has more than \(Limits.expressionHeight) levels",
        help: "bind a part to a name and use the name")
    case .matrixTooLarge:
      Wording(
        "the matrix has more than \(Limits.matrixCells) elements",
        help: "load long data from a file")
    case .tooManyDimensions: Wording("more than \(Limits.dimensions) dimensions")
    case .extentTooLarge(let text): Wording("an extent of \(text) is too large")
    case .numberTooLarge(let text): Wording("the number \(text) is too large for f64")
    default: Wording("")
    }
  }

  /// The texts of expressions that are not formed as they should be.
  var grammarWording: Wording {
    switch self {
    case .unclosed(let bracket): Wording("`\(bracket)` is never closed")
    case .unexpected(let found, let expected): Wording("expected \(expected), found \(found)")
    case .commaBetweenOperands:
      Wording(
        "unexpected `,`",
        help: "operands are separated by spaces: conv x k; an option's list has none: at=1,2")
    case .callWithCommas(let call):
      Wording("unexpected `,`", help: "operands stand without brackets and commas: \(call)")
    case .equalsInExpression:
      Wording(
        "unexpected `=`",
        help: "a binding is written name = value, a comparison expect a == b")
    case .compoundAssignment(let name, let sign):
      Wording("`\(sign)=` is not part of the language", help: "write \(name) = \(name) \(sign) …")
    case .doubledStar: Wording("`**` is not an operator", help: "a power is written x^2")
    case .doubledSlash:
      Wording("`//` is not an operator", help: "`/` divides; a comment starts with #")
    case .comparisonOutsideExpect:
      Wording(
        "a comparison stands only in `expect`, outside of brackets", help: "expect a == b")
    case .rangeOutsideIndex:
      Wording(
        "a range stands only in an index, an option or `for`",
        help: "x[0:3], show x rows=0:3, for i in 0:3")
    case .emptyBrackets: Wording("there is no value in the brackets")
    case .emptyIndex: Wording("the index is empty", help: "x[0, :] picks the first row")
    case .indexWithoutComma:
      Wording(
        "expected `,` or `]` in an index",
        help: "a bracket that touches a name is an index; put a space before it for a matrix")
    case .indexOfMatrix:
      Wording("a matrix literal takes no index", help: "put it in brackets: ([1 2; 3 4])[0, :]")
    case .emptyMatrix: Wording("a matrix needs at least one element")
    case .emptyRow: Wording("a row of the matrix is empty")
    case .raggedRows(let row, let count, let firstCount, let first):
      Wording(
        "rows of different lengths: row 1 has \(firstCount), row \(row) has \(count)",
        note: count, secondary: [.init("row 1: \(firstCount)", at: first)])
    case .mixedRows:
      Wording("rows and single elements are mixed", help: "[[1, 2], [3, 4]] has two rows")
    case .semicolonBetweenRows:
      Wording(
        "`;` between rows that have brackets of their own",
        help: "write [1 2; 3 4] or [[1, 2], [3, 4]]")
    case .lineBreakInMatrix:
      Wording(
        "a line break alone does not separate the elements of a matrix",
        help: "end a row with `;`, or a line within a row with `,`")
    default: Wording("")
    }
  }
}
