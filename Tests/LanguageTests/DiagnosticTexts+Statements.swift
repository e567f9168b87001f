extension DiagnosticTexts {
  static let statements: [(String, String)] = [
    (
      "a == b",
      #"""
      t.pw:1:3: error: a comparison stands only in `expect`, outside of brackets
          1 | a == b
            |   ^
         help: expect a == b
      """#
    ),
    (
      "(a == b)",
      #"""
      t.pw:1:4: error: a comparison stands only in `expect`, outside of brackets
          1 | (a == b)
            |    ^
         help: expect a == b
      """#
    ),
    (
      "conv = 5",
      #"""
      t.pw:1:1: error: `conv` is a verb and cannot be bound
          1 | conv = 5
            | ^
         help: choose another name: my_conv
      """#
    ),
    (
      "expect = 5",
      #"""
      t.pw:1:1: error: `expect` is a keyword and cannot be bound
          1 | expect = 5
            | ^
         help: choose another name: my_expect
      """#
    ),
    (
      "_ = 5",
      #"""
      t.pw:1:1: error: `_` is the last shown value and cannot be bound
          1 | _ = 5
            | ^
      """#
    ),
    (
      "repeat = 1",
      #"""
      t.pw:1:1: error: `repeat` is a keyword and cannot be bound
          1 | repeat = 1
            | ^
         help: choose another name: my_repeat
      """#
    ),
    (
      "repeat 5",
      #"""
      t.pw:1:1: error: `repeat` has no `end`
          1 | repeat 5
            | ^
         help: write `end` after its last statement
      """#
    ),
    (
      "y = time",
      #"""
      t.pw:1:5: error: `time` is a keyword and is not a value
          1 | y = time
            |     ^
      """#
    ),
    (
      "param x 5",
      #"""
      t.pw:1:7: error: `param` needs a name and its value
          1 | param x 5
            |       ^
         help: param epochs = 5
      """#
    ),
    (
      "param",
      #"""
      t.pw:1:1: error: `param` needs a name and its value
          1 | param
            | ^
         help: param epochs = 5
      """#
    ),
    (
      "param conv = 5",
      #"""
      t.pw:1:7: error: `conv` is a verb and cannot be bound
          1 | param conv = 5
            |       ^
         help: choose another name: my_conv
      """#
    ),
    (
      "expect",
      #"""
      t.pw:1:1: error: `expect` needs a comparison
          1 | expect
            | ^
         help: expect a == b     also != < <= > >=
               expect a ~ b tol=1e-9
               expect fails statement
      """#
    ),
    (
      "expect x",
      #"""
      t.pw:1:8: error: `expect` needs a comparison
          1 | expect x
            |        ^
         help: expect a == b     also != < <= > >=
               expect a ~ b tol=1e-9
               expect fails statement
      """#
    ),
    (
      "expect x tol=1",
      #"""
      t.pw:1:8: error: `expect` needs a comparison
          1 | expect x tol=1
            |        ^
         help: expect a == b     also != < <= > >=
               expect a ~ b tol=1e-9
               expect fails statement
      """#
    ),
    (
      "expect a = b",
      #"""
      t.pw:1:10: error: `=` compares nothing
          1 | expect a = b
            |          ^
         help: expect a == b
      """#
    ),
    (
      "expect a == b tol=1",
      #"""
      t.pw:1:15: error: `tol` belongs to `~`, not to `==`
          1 | expect a == b tol=1
            |               ^
         help: expect a ~ b tol=1e-9
      """#
    ),
    (
      "expect a ~ b foo=1",
      #"""
      t.pw:1:14: error: `expect` has no option `foo`
          1 | expect a ~ b foo=1
            |              ^
         help: its only option is tol
      """#
    ),
    (
      "expect a ~ b tol=1 tol=2",
      #"""
      t.pw:1:20: error: the option `tol` is given twice
          1 | expect a ~ b tol=1 tol=2
            |                    ^ first as tol=1
      """#
    ),
    (
      "expect y ~ conv x k tol=1e-9",
      #"""
      t.pw:1:21: error: `tol` would belong to `conv`, which has no such option
          1 | expect y ~ conv x k tol=1e-9
            |                     ^
         help: put the application in brackets: (conv x k) tol=1e-9
      """#
    ),
    (
      "expect conv x k tol=1 ~ y",
      #"""
      t.pw:1:17: error: `tol` would belong to `conv`, which has no such option
          1 | expect conv x k tol=1 ~ y
            |                 ^
         help: put the application in brackets: (conv x k) tol=1
      """#
    ),
    (
      "expect a ~ b ~ c",
      #"""
      t.pw:1:14: error: `expect` makes one comparison
          1 | expect a ~ b ~ c
            |              ^
      """#
    ),
    (
      "param _ = 1",
      #"""
      t.pw:1:7: error: `_` is the last shown value and cannot be bound
          1 | param _ = 1
            |       ^
      """#
    ),
    (
      "conv[0] = 1",
      #"""
      t.pw:1:1: error: `conv` is a verb and cannot be bound
          1 | conv[0] = 1
            | ^
         help: choose another name: my_conv
      """#
    ),
  ]
}
