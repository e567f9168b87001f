import Language

/// What `help language` says: how lines are written, apart from the verbs in them.
enum LanguageHelp {
  /// The words that ask for it.
  static let words = ["language", "expressions", "slices", "operators", "syntax"]

  /// Each subject with what there is to say.
  static let subjects: [(title: String, text: String)] = [
    (
      "values",
      """
      everything is a tensor: 5 and 1e-9 are numbers, 3x3 is a shape (a list of lengths), [1 2 3] a \
      vector, [1 2; 3 4] or [[1, 2], [3, 4]] a matrix, [1 2;] one row; text stands in "quotes"
      """
    ),
    (
      "shapes",
      """
      computed ones are lists: ones [n, n], reshape x [n + 1, 4]; in a reshape one length may be -1 \
      and is worked out
      """
    ),
    (
      "indices",
      """
      the bracket touches what it picks from: x[0, :, 2:5]; they count from 0, -1 is the last, 2:5 \
      leaves 5 out, ::2 takes every second; axes not named are whole; x[0, 0] = 5 binds x to a changed \
      copy
      """
    ),
    (
      "verbs",
      """
      verb operand … option=value …, without brackets or commas between operands: conv x k stride=2; \
      brackets make an operand of a longer expression: relu (x + 1)
      """
    ),
    (
      "operators",
      """
      a verb binds tightest: relu x + y is (relu x) + y; then ^ (from the right), a sign, * / @ \
      (matrix product), + -; cell by cell, lengths equal or 1
      """
    ),
    (
      "minus",
      """
      a - b and a-b subtract; a space before it and none after makes a sign between operands: \
      [1 -2] has two elements, full 2x2 -1 two operands
      """
    ),
    (
      "options",
      """
      no spaces around their =; stride=2 or 2x1 (rows, columns), at=1,2, rows=10:20, a word \
      (pad=same), or a value in brackets: stride=(n + 1)
      """
    ),
    (
      "lines",
      """
      a name alone is shown, y = … binds; ; ends a statement and silences it, # starts a comment, a \
      last \\ or an open bracket goes on in the next line; _ is the last shown value
      """
    ),
    (
      "checks",
      """
      expect a == b (also != < <= > >=), expect a ~ b tol=1e-9; expect fails … wants an error
      """
    ),
    (
      "blocks", "repeat 500 … end, for i in 0:10 … end, def name x k … end (`help repeat`)"
    ),
    (
      "files",
      """
      names stand in quotes: load "a.npy"; a script's start at its folder, typed ones at the working \
      directory
      """
    ),
  ]

  /// Examples with what they print.
  static let examples = [
    VerbExample(
      "n = 2; x = reshape (arange 8) [n, -1]; x",
      output: """
          | 0  1  2  3
        --+-----------
        0 | 0  1  2  3
        1 | 4  5  6  7
        """),
    VerbExample(
      "x = reshape (arange 8) 2x4; x[-1, ::2]",
      output: """
        0  1
        ----
        4  6
        """),
    VerbExample(
      "x = [1 2; 3 4]; x[0, 1] = 9; x",
      output: """
          | 0  1
        --+-----
        0 | 1  9
        1 | 3  4
        """),
    VerbExample("2 + 3 * -2 ^ 2", output: "-10"),
    VerbExample("sum [1 -2] - 1", output: "-2"),
  ]
}
