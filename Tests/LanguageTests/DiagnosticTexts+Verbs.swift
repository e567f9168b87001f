extension DiagnosticTexts {
  static let verbs: [(String, String)] = [
    (
      "show x*2",
      #"""
      t.pw:1:7: error: an operator among the operands of `show` needs brackets
          1 | show x*2
            |       ^
         help: write show (x*2)
      """#
    ),
    (
      "show x - 2 rows=0:1",
      #"""
      t.pw:1:8: error: an operator among the operands of `show` needs brackets
          1 | show x - 2 rows=0:1
            |        ^
         help: write show (x - 2) …
      """#
    ),
    (
      "show x^2 * 3",
      #"""
      t.pw:1:7: error: an operator among the operands of `show` needs brackets
          1 | show x^2 * 3
            |       ^
         help: write show (x^2 * 3)
      """#
    ),
    (
      "show (x)*2",
      #"""
      t.pw:1:9: error: an operator among the operands of `show` needs brackets
          1 | show (x)*2
            |         ^
         help: write show ((x)*2)
      """#
    ),
    (
      "[a(b)]",
      #"""
      t.pw:1:2: error: unknown verb `a`
          1 | [a(b)]
            |  ^
      """#
    ),
    (
      "cov x k",
      #"""
      t.pw:1:1: error: unknown verb `cov`
          1 | cov x k
            | ^
         help: did you mean `conv`?
      """#
    ),
    (
      "zzz x",
      #"""
      t.pw:1:1: error: unknown verb `zzz`
          1 | zzz x
            | ^
      """#
    ),
    (
      "foo pad=1",
      #"""
      t.pw:1:1: error: unknown verb `foo`
          1 | foo pad=1
            | ^
         help: did you mean `for`?
      """#
    ),
    (
      "y = show x",
      #"""
      t.pw:1:5: error: `show` makes a statement of its own and gives no value
          1 | y = show x
            |     ^
      """#
    ),
    (
      "relu conv x k",
      #"""
      t.pw:1:6: error: the verb `conv` is not an operand
          1 | relu conv x k
            |      ^
         help: put an application in brackets to use its value: (conv …)
      """#
    ),
    (
      "relu relu x",
      #"""
      t.pw:1:6: error: the verb `relu` is not an operand
          1 | relu relu x
            |      ^
         help: put an application in brackets to use its value: (relu …)
      """#
    ),
    (
      "conv",
      #"""
      t.pw:1:1: error: `conv` lacks its operands x (input) and k (kernel)
          1 | conv
            | ^
         help: conv x k [bias] stride= pad= groups= flip= algorithm=
      """#
    ),
    (
      "conv x",
      #"""
      t.pw:1:1: error: `conv` lacks its operand k (kernel)
          1 | conv x
            | ^
         help: conv x k [bias] stride= pad= groups= flip= algorithm=
      """#
    ),
    (
      "relu",
      #"""
      t.pw:1:1: error: `relu` lacks its operand x
          1 | relu
            | ^
         help: relu x
      """#
    ),
    (
      "relu - x",
      #"""
      t.pw:1:1: error: `relu` lacks its operand x
          1 | relu - x
            | ^
         help: relu x
      """#
    ),
    (
      "relu x -1",
      #"""
      t.pw:1:8: error: `relu` takes 1 operand, x
          1 | relu x -1
            |        ^ this minus makes operand 2
         help: relu (x - 1) subtracts first, relu x - 1 subtracts from the result
      """#
    ),
    (
      "conv a b c d",
      #"""
      t.pw:1:12: error: `conv` takes at most 3 operands, x (input), k (kernel) and
         bias
          1 | conv a b c d
            |            ^ operand 4
         help: conv x k [bias] stride= pad= groups= flip= algorithm=
      """#
    ),
    (
      "conv a b c -d",
      #"""
      t.pw:1:12: error: `conv` takes at most 3 operands, x (input), k (kernel) and
         bias
          1 | conv a b c -d
            |            ^ this minus makes operand 4
         help: conv a b (c - d) subtracts first, conv a b c - d subtracts from the
               result
      """#
    ),
    (
      "vars x",
      #"""
      t.pw:1:6: error: `vars` takes no operands
          1 | vars x
            |      ^ operand 1
         help: vars
      """#
    ),
    (
      "explain 5",
      #"""
      t.pw:1:9: error: `explain` takes a value such as y[0, 0, 1, 2] as its operand y,
         not the number 5
          1 | explain 5
            |         ^
      """#
    ),
    (
      "conv \"a\" k",
      #"""
      t.pw:1:6: error: `conv` takes a value as its operand x (input), not text
          1 | conv "a" k
            |      ^
      """#
    ),
    (
      "load camera.png",
      #"""
      t.pw:1:6: error: `load` takes a file name in double quotes as its operand file,
         not `camera.png`
          1 | load camera.png
            |      ^
         help: write "camera.png"
      """#
    ),
    (
      "save x camera.png",
      #"""
      t.pw:1:8: error: `save` takes a file name in double quotes as its operand file,
         not `camera.png`
          1 | save x camera.png
            |        ^
         help: write "camera.png"
      """#
    ),
    (
      "load 5",
      #"""
      t.pw:1:6: error: `load` takes a file name in double quotes as its operand file,
         not the number 5
          1 | load 5
            |      ^
      """#
    ),
    (
      "einsum a b",
      #"""
      t.pw:1:8: error: `einsum` takes text in double quotes as its operand spec, not
         `a`
          1 | einsum a b
            |        ^
      """#
    ),
    (
      "drop 5",
      #"""
      t.pw:1:6: error: `drop` takes a name as its operand name, not the number 5
          1 | drop 5
            |      ^
      """#
    ),
    (
      "drop conv",
      #"""
      t.pw:1:6: error: `drop` takes a name as its operand name, not the verb `conv`
          1 | drop conv
            |      ^
      """#
    ),
    (
      "help covn",
      #"""
      t.pw:1:6: error: there is no verb `covn`
          1 | help covn
            |      ^
         help: did you mean `conv`?
      """#
    ),
    (
      "help 5",
      #"""
      t.pw:1:6: error: `help` takes a verb here, not the number 5
          1 | help 5
            |      ^
      """#
    ),
    (
      "plan 5",
      #"""
      t.pw:1:6: error: `plan` takes a verb here, not the number 5
          1 | plan 5
            |      ^
      """#
    ),
    (
      "plan cov x",
      #"""
      t.pw:1:6: error: unknown verb `cov`
          1 | plan cov x
            |      ^
         help: did you mean `conv`?
      """#
    ),
    (
      "plan show x",
      #"""
      t.pw:1:6: error: `show` makes a statement of its own and gives no value
          1 | plan show x
            |      ^
      """#
    ),
    (
      "plan (1 + 2)",
      #"""
      t.pw:1:6: error: `plan` takes a verb here, not a value
          1 | plan (1 + 2)
            |      ^
      """#
    ),
    (
      "record stpo-now",
      #"""
      t.pw:1:8: error: `record` takes start or stop-now, not `stpo-now`
          1 | record stpo-now
            |        ^
         help: did you mean `stop-now`?
      """#
    ),
    (
      "set dtpye f32",
      #"""
      t.pw:1:5: error: `set` takes dtype or digits, not `dtpye`
          1 | set dtpye f32
            |     ^
         help: did you mean `dtype`?
      """#
    ),
    (
      "set digits x y",
      #"""
      t.pw:1:14: error: `set` takes at most 1 operand, setting
          1 | set digits x y
            |              ^ operand 2
         help: set [setting value]
      """#
    ),
    (
      "show x at=a b",
      #"""
      t.pw:1:13: error: `show` takes 1 operand, x
          1 | show x at=a b
            |             ^ operand 2
         help: show x at= rows= as= title= palette=
      """#
    ),
    (
      "conv x k pad=1x2 + y z",
      #"""
      t.pw:1:20: error: unknown verb `y`
          1 | conv x k pad=1x2 + y z
            |                    ^
      """#
    ),
    (
      "expect a ~ b tol",
      #"""
      t.pw:1:12: error: unknown verb `b`
          1 | expect a ~ b tol
            |            ^
      """#
    ),
    (
      "a\nb c\nd e",
      #"""
      t.pw:2:1: error: unknown verb `b`
          2 | b c
            | ^
      t.pw:3:1: error: unknown verb `d`
          3 | d e
            | ^
      """#
    ),
    (
      "\u{E9}t\u{E9} x",
      #"""
      t.pw:1:1: error: unknown verb `été`
          1 | été x
            | ^
      """#
    ),
    (
      "x = 1 \\\n  + cov y",
      #"""
      t.pw:2:5: error: unknown verb `cov`
          2 |   + cov y
            |     ^
         help: did you mean `conv`?
      """#
    ),
    (
      "relu xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx -1",
      #"""
      t.pw:1:67: error: `relu` takes 1 operand, x
          1 | relu xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx -1
            |                                                                   ^
            |                                               this minus makes operand 2
         help: relu (xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx... - 1) subtracts first,
               relu xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx... - 1 subtracts from the
               result
      """#
    ),
    (
      "record 5",
      #"""
      t.pw:1:8: error: `record` takes start or stop-now, not `5`
          1 | record 5
            |        ^
      """#
    ),
    (
      "plan",
      #"""
      t.pw:1:1: error: `plan` lacks its operand application
          1 | plan
            | ^
         help: plan application
      """#
    ),
    (
      "load a b",
      #"""
      t.pw:1:6: error: `load` takes a file name in double quotes as its operand file,
         not `a`
          1 | load a b
            |      ^
         help: write "a"
      """#
    ),
    (
      "save x",
      #"""
      t.pw:1:1: error: `save` lacks its operand file
          1 | save x
            | ^
         help: save x … "file"
      """#
    ),
  ]
}
