extension DiagnosticTexts {
  static let definitions: [(String, String)] = [
    (
      "def f x end",
      #"""
      t.pw:1:9: error: `end` stands on a line of its own, or after `;`
          1 | def f x end
            |         ^
      """#
    ),
    (
      "def 3\nend",
      #"""
      t.pw:1:5: error: `def` needs a name and the names of its operands
          1 | def 3
            |     ^
         help: def net x k
      """#
    ),
    (
      "def conv x\nend",
      #"""
      t.pw:1:5: error: `conv` is a built-in verb and cannot be defined
          1 | def conv x
            |     ^
         help: choose another name: my_conv
      """#
    ),
    (
      "def for x\nend",
      #"""
      t.pw:1:5: error: `for` is a keyword and cannot be bound
          1 | def for x
            |     ^
         help: choose another name: my_for
      """#
    ),
    (
      "def f x x\nend",
      #"""
      t.pw:1:9: error: `x` stands twice in the line of the `def`
          1 | def f x x
            |         ^
      """#
    ),
    (
      "def f f\nend",
      #"""
      t.pw:1:7: error: `f` stands twice in the line of the `def`
          1 | def f f
            |       ^
      """#
    ),
    (
      "def f conv\nend",
      #"""
      t.pw:1:7: error: `conv` is a verb and cannot be bound
          1 | def f conv
            |       ^
         help: choose another name: my_conv
      """#
    ),
    (
      "def f _\nend",
      #"""
      t.pw:1:7: error: `_` is the last shown value and cannot be bound
          1 | def f _
            |       ^
      """#
    ),
    (
      "def f x=3\nend",
      #"""
      t.pw:1:8: error: `def` needs a name and the names of its operands
          1 | def f x=3
            |        ^
         help: def net x k
      """#
    ),
    (
      "def f(x)\nend",
      #"""
      t.pw:1:6: error: `def` needs a name and the names of its operands
          1 | def f(x)
            |      ^
         help: def net x k
      """#
    ),
    (
      "def f x, y\nend",
      #"""
      t.pw:1:8: error: `def` needs a name and the names of its operands
          1 | def f x, y
            |        ^
         help: def net x k
      """#
    ),
    (
      "def f [x]\nend\nf 3",
      #"""
      t.pw:1:7: error: `def` needs a name and the names of its operands
          1 | def f [x]
            |       ^
         help: def net x k
      """#
    ),
    (
      "def f x 3\nend\nf 1 2",
      #"""
      t.pw:1:9: error: `def` needs a name and the names of its operands
          1 | def f x 3
            |         ^
         help: def net x k
      """#
    ),
    (
      "def _ x\nend",
      #"""
      t.pw:1:5: error: `_` is the last shown value and cannot be bound
          1 | def _ x
            |     ^
      """#
    ),
    (
      "def f x\nx",
      #"""
      t.pw:1:1: error: `def` has no `end`
          1 | def f x
            | ^
         help: write `end` after its last statement
      """#
    ),
    (
      "def f x = relu x",
      #"""
      t.pw:1:9: error: `def` needs a name and the names of its operands
          1 | def f x = relu x
            |         ^
         help: def net x k
      """#
    ),
    (
      "repeat 3\ndef f x\nx\nend\nend",
      #"""
      t.pw:2:1: error: `def` stands neither in a block nor after `time` or `expect
         fails`
          2 | def f x
            | ^
      """#
    ),
    (
      "time def f x\nx\nend",
      #"""
      t.pw:1:6: error: `def` stands neither in a block nor after `time` or `expect
         fails`
          1 | time def f x
            |      ^
      """#
    ),
    (
      "expect fails def f x\nx\nend",
      #"""
      t.pw:1:14: error: `def` stands neither in a block nor after `time` or `expect
         fails`
          1 | expect fails def f x
            |              ^
      """#
    ),
    (
      "def f x\ndef g y\ny\nend\nx\nend",
      #"""
      t.pw:2:1: error: `def` stands neither in a block nor after `time` or `expect
         fails`
          2 | def g y
            | ^
      """#
    ),
    (
      "def f x\nparam n = 5\nx\nend",
      #"""
      t.pw:2:1: error: `param` stands outside of blocks
          2 | param n = 5
            | ^
         help: bind it before the block
      """#
    ),
    (
      "def f x\nshow x\nend\ny = f 3",
      #"""
      t.pw:4:5: error: `f` makes a statement of its own and gives no value
          4 | y = f 3
            |     ^
         help: a `def` gives the value of its last statement if that is an expression
      """#
    ),
    (
      "def f x\nx\nend\nf = 3",
      #"""
      t.pw:4:1: error: `f` is a verb and cannot be bound
          4 | f = 3
            | ^
         help: choose another name: my_f
      """#
    ),
    (
      "def f x\nx\nend\nf",
      #"""
      t.pw:4:1: error: `f` lacks its operand x
          4 | f
            | ^
         help: f x
      """#
    ),
    (
      "def f x\nx\nend\nf 3 4",
      #"""
      t.pw:4:5: error: `f` takes 1 operand, x
          4 | f 3 4
            |     ^ operand 2
         help: f x
      """#
    ),
    (
      "def f x\nx\nend\nf \"a\"",
      #"""
      t.pw:4:3: error: `f` takes a value as its operand x, not text
          4 | f "a"
            |   ^
      """#
    ),
    (
      "f 3\ndef f x\nx\nend",
      #"""
      t.pw:1:1: error: `f` is used above its `def`
          1 | f 3
            | ^
         help: a `def` stands above all its uses
      """#
    ),
    (
      "def even n\nodd n\nend\ndef odd n\neven n\nend",
      #"""
      t.pw:2:1: error: `odd` is used above its `def`
          2 | odd n
            | ^
         help: a `def` stands above all its uses
      """#
    ),
    (
      "def f x\ny = f x\nz = foo x\nend\nf 3",
      #"""
      t.pw:3:5: error: unknown verb `foo`
          3 | z = foo x
            |     ^
      """#
    ),
  ]
}
