extension DiagnosticTexts {
  static let grammar: [(String, String)] = [
    (
      "y = (1 +\n2\n",
      #"""
      t.pw:1:5: error: `(` is never closed
          1 | y = (1 +
            |     ^
      """#
    ),
    (
      "y = ",
      #"""
      t.pw:1:5: error: expected a value, found the end of the line
          1 | y = 
            |     ^
      """#
    ),
    (
      "y = 1 +",
      #"""
      t.pw:1:8: error: expected a value, found the end of the line
          1 | y = 1 +
            |        ^
      """#
    ),
    (
      "(1 2)",
      #"""
      t.pw:1:4: error: expected `)`, found the number 2
          1 | (1 2)
            |    ^
      """#
    ),
    (
      "conv x, k",
      #"""
      t.pw:1:7: error: unexpected `,`
          1 | conv x, k
            |       ^
         help: operands are separated by spaces: conv x k; an option's list has none:
               at=1,2
      """#
    ),
    (
      "relu(x, y)",
      #"""
      t.pw:1:7: error: unexpected `,`
          1 | relu(x, y)
            |       ^
         help: operands stand without brackets and commas: relu x y
      """#
    ),
    (
      "()",
      #"""
      t.pw:1:1: error: there is no value in the brackets
          1 | ()
            | ^
      """#
    ),
    (
      "[1,,2]",
      #"""
      t.pw:1:4: error: expected a value, found `,`
          1 | [1,,2]
            |    ^
      """#
    ),
    (
      "expect fails",
      #"""
      t.pw:1:13: error: expected a value, found the end of the line
          1 | expect fails
            |             ^
      """#
    ),
    (
      "show x at=1, 2",
      #"""
      t.pw:1:12: error: unexpected `,`
          1 | show x at=1, 2
            |            ^
         help: operands are separated by spaces: conv x k; an option's list has none:
               at=1,2
      """#
    ),
    (
      "y = (conv x k",
      #"""
      t.pw:1:5: error: `(` is never closed
          1 | y = (conv x k
            |     ^
      """#
    ),
    (
      "(",
      #"""
      t.pw:1:1: error: `(` is never closed
          1 | (
            | ^
      """#
    ),
    (
      "[",
      #"""
      t.pw:1:1: error: `[` is never closed
          1 | [
            | ^
      """#
    ),
    (
      "x[",
      #"""
      t.pw:1:2: error: `[` is never closed
          1 | x[
            |  ^
      """#
    ),
    (
      "x[0] = ",
      #"""
      t.pw:1:8: error: expected a value, found the end of the line
          1 | x[0] = 
            |        ^
      """#
    ),
    (
      "time",
      #"""
      t.pw:1:5: error: expected a value, found the end of the line
          1 | time
            |     ^
      """#
    ),
    (
      "5 x",
      #"""
      t.pw:1:3: error: expected an operator or the end of the line, found `x`
          1 | 5 x
            |   ^
      """#
    ),
    (
      "(x) y",
      #"""
      t.pw:1:5: error: expected an operator or the end of the line, found `y`
          1 | (x) y
            |     ^
      """#
    ),
    (
      "x, y",
      #"""
      t.pw:1:2: error: unexpected `,`
          1 | x, y
            |  ^
         help: operands are separated by spaces: conv x k; an option's list has none:
               at=1,2
      """#
    ),
    (
      "conv x k pad=same,1",
      #"""
      t.pw:1:18: error: unexpected `,`
          1 | conv x k pad=same,1
            |                  ^
         help: operands are separated by spaces: conv x k; an option's list has none:
               at=1,2
      """#
    ),
  ]
}
