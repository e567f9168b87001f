extension DiagnosticTexts {
  static let blocks: [(String, String)] = [
    (
      """
      for i in 0:3
        for j in 0:3
          show i
      end
      show 1
      """,
      #"""
      t.pw:2:3: error: `for` has no `end`
          2 |   for j in 0:3
            |   ^
          4 | end
            | ^ this `end` closes it, and stands as one of a block around
         help: write `end` after its last statement
      """#
    ),
    (
      """
      def net x
        repeat 2
          for j in 0:3
            x = x + j
        end
        x
      end
      """,
      #"""
      t.pw:3:5: error: `for` has no `end`
          3 |     for j in 0:3
            |     ^
          5 |   end
            |   ^ this `end` closes it, and stands as one of a block around
         help: write `end` after its last statement
      """#
    ),
    (
      """
      for i in 0:3
      for j in 0:3
      show i
      end
      """,
      #"""
      t.pw:1:1: error: `for` has no `end`
          1 | for i in 0:3
            | ^
         help: write `end` after its last statement
      """#
    ),
    (
      "repeat 3\nx",
      #"""
      t.pw:1:1: error: `repeat` has no `end`
          1 | repeat 3
            | ^
         help: write `end` after its last statement
      """#
    ),
    (
      "repeat 2\nfor i in 0:3\nx\nend\ny\n",
      #"""
      t.pw:1:1: error: `repeat` has no `end`
          1 | repeat 2
            | ^
         help: write `end` after its last statement
      """#
    ),
    (
      "time repeat 3\n",
      #"""
      t.pw:1:6: error: `repeat` has no `end`
          1 | time repeat 3
            |      ^
         help: write `end` after its last statement
      """#
    ),
    (
      "repeat 2\nrepeat 3\n",
      #"""
      t.pw:2:1: error: `repeat` has no `end`
          2 | repeat 3
            | ^
         help: write `end` after its last statement
      """#
    ),
    (
      "end",
      #"""
      t.pw:1:1: error: `end` closes no block
          1 | end
            | ^
         help: blocks begin with `repeat`, `for` or `def`
      """#
    ),
    (
      "x\nend\ny",
      #"""
      t.pw:2:1: error: `end` closes no block
          2 | end
            | ^
         help: blocks begin with `repeat`, `for` or `def`
      """#
    ),
    (
      "x; end",
      #"""
      t.pw:1:4: error: `end` closes no block
          1 | x; end
            |    ^
         help: blocks begin with `repeat`, `for` or `def`
      """#
    ),
    (
      "repeat 3\nend end",
      #"""
      t.pw:2:5: error: `end` stands on a line of its own, or after `;`
          2 | end end
            |     ^
      """#
    ),
    (
      "end = 5",
      #"""
      t.pw:1:1: error: `end` is a keyword and cannot be bound
          1 | end = 5
            | ^
         help: choose another name: my_end
      """#
    ),
    (
      "repeat 3; x = x + 1 end",
      #"""
      t.pw:1:21: error: `end` stands on a line of its own, or after `;`
          1 | repeat 3; x = x + 1 end
            |                     ^
      """#
    ),
    (
      "repeat 3\nconv x end",
      #"""
      t.pw:2:1: error: `conv` lacks its operand k (kernel)
          2 | conv x end
            | ^
         help: conv x k [bias] stride= pad= groups= flip= algorithm=
      """#
    ),
    (
      "repeat 3\nconcat x end\nend",
      #"""
      t.pw:2:10: error: `end` stands on a line of its own, or after `;`
          2 | concat x end
            |          ^
      t.pw:3:1: error: `end` closes no block
          3 | end
            | ^
         help: blocks begin with `repeat`, `for` or `def`
      """#
    ),
    (
      "x = end",
      #"""
      t.pw:1:5: error: `end` is a keyword and is not a value
          1 | x = end
            |     ^
      """#
    ),
    (
      "repeat 3 end",
      #"""
      t.pw:1:10: error: `end` stands on a line of its own, or after `;`
          1 | repeat 3 end
            |          ^
      """#
    ),
    (
      "repeat 3; time end",
      #"""
      t.pw:1:16: error: expected a statement, found `end`
          1 | repeat 3; time end
            |                ^
      """#
    ),
    (
      "[1 end]",
      #"""
      t.pw:1:4: error: expected `,`, `;` or `]`, found `end`
          1 | [1 end]
            |    ^
      """#
    ),
    (
      "repeat\nx\nend",
      #"""
      t.pw:1:1: error: `repeat` needs a count
          1 | repeat
            | ^
         help: repeat 500
      """#
    ),
    (
      "repeat 2.5\nend",
      #"""
      t.pw:1:8: error: `repeat` takes a whole number as its count, not the number 2.5
          1 | repeat 2.5
            |        ^
      """#
    ),
    (
      "repeat \"a\"\nend",
      #"""
      t.pw:1:8: error: `repeat` takes a whole number as its count, not text
          1 | repeat "a"
            |        ^
      """#
    ),
    (
      "repeat 3x3\nend",
      #"""
      t.pw:1:8: error: `repeat` takes a whole number as its count, not the shape 3x3
          1 | repeat 3x3
            |        ^
      """#
    ),
    (
      "repeat [1 2]\nend",
      #"""
      t.pw:1:8: error: `repeat` takes a whole number as its count, not a matrix
          1 | repeat [1 2]
            |        ^
      """#
    ),
    (
      "repeat 3 x\nend",
      #"""
      t.pw:1:10: error: expected the end of the line, found `x`
          1 | repeat 3 x
            |          ^
      """#
    ),
    (
      "repeat 3 x = 1; end",
      #"""
      t.pw:1:10: error: `repeat` has no option `x`
          1 | repeat 3 x = 1; end
            |          ^
         help: its only option is watch
      """#
    ),
    (
      "repeat foo x\nx\nend",
      #"""
      t.pw:1:8: error: unknown verb `foo`
          1 | repeat foo x
            |        ^
      """#
    ),
    (
      "repeat 3, 4\nend",
      #"""
      t.pw:1:9: error: unexpected `,`
          1 | repeat 3, 4
            |         ^
         help: operands are separated by spaces: conv x k; an option's list has none:
               at=1,2
      """#
    ),
    (
      "repeat a < b\nend",
      #"""
      t.pw:1:10: error: a comparison stands only in `expect`, outside of brackets
          1 | repeat a < b
            |          ^
         help: expect a == b
      """#
    ),
    (
      "repeat sum x watch=loss\nend",
      #"""
      t.pw:1:14: error: `watch` would belong to `sum`, which has no such option
          1 | repeat sum x watch=loss
            |              ^
         help: put the application in brackets: (sum x) watch=loss
      """#
    ),
    (
      "repeat 3 step=2\nend",
      #"""
      t.pw:1:10: error: `repeat` has no option `step`
          1 | repeat 3 step=2
            |          ^
         help: its only option is watch
      """#
    ),
    (
      "repeat 3 whatch=loss\nend",
      #"""
      t.pw:1:10: error: `repeat` has no option `whatch`
          1 | repeat 3 whatch=loss
            |          ^
         help: did you mean `watch`?
      """#
    ),
    (
      "repeat 3 epochs=loss\nend",
      #"""
      t.pw:1:10: error: `repeat` has no option `epochs`
          1 | repeat 3 epochs=loss
            |          ^
         help: its only option is watch
      """#
    ),
    (
      "repeat 3 watch=a watch=b\nend",
      #"""
      t.pw:1:18: error: the option `watch` is given twice
          1 | repeat 3 watch=a watch=b
            |                  ^ first as watch=a
      """#
    ),
    (
      "repeat 3 watch=\nend",
      #"""
      t.pw:1:10: error: `watch` takes names
          1 | repeat 3 watch=
            |          ^
         help: watch=loss,accuracy
      """#
    ),
    (
      "repeat 3 watch=a, b\nend",
      #"""
      t.pw:1:17: error: unexpected `,`
          1 | repeat 3 watch=a, b
            |                 ^
         help: operands are separated by spaces: conv x k; an option's list has none:
               at=1,2
      """#
    ),
    (
      "repeat 3 watch = a\nend",
      #"""
      t.pw:1:16: error: an option's `=` has no spaces around it
          1 | repeat 3 watch = a
            |                ^
         help: write watch=value
      """#
    ),
    (
      "repeat 3 watch=5\nend",
      #"""
      t.pw:1:16: error: `watch` takes names
          1 | repeat 3 watch=5
            |                ^
         help: watch=loss,accuracy
      """#
    ),
    (
      "repeat 3 watch=a,relu\nend",
      #"""
      t.pw:1:18: error: `watch` takes names
          1 | repeat 3 watch=a,relu
            |                  ^
         help: watch=loss,accuracy
      """#
    ),
    (
      "repeat 3 watch=0:3\nend",
      #"""
      t.pw:1:16: error: `watch` takes names
          1 | repeat 3 watch=0:3
            |                ^
         help: watch=loss,accuracy
      """#
    ),
    (
      "repeat 3 watch=\"a\"\nend",
      #"""
      t.pw:1:16: error: `watch` takes names
          1 | repeat 3 watch="a"
            |                ^
         help: watch=loss,accuracy
      """#
    ),
    (
      "repeat 3 watch=_\nend",
      #"""
      t.pw:1:16: error: `watch` takes names
          1 | repeat 3 watch=_
            |                ^
         help: watch=loss,accuracy
      """#
    ),
    (
      "repeat 3 watch=a+b\nend",
      #"""
      t.pw:1:17: error: `watch` takes names
          1 | repeat 3 watch=a+b
            |                 ^
         help: watch=loss,accuracy
      """#
    ),
    (
      "for\nend",
      #"""
      t.pw:1:1: error: `for` needs a name, `in` and a range
          1 | for
            | ^
         help: for i in 0:10 runs with i from 0 to 9
      """#
    ),
    (
      "for i\nend",
      #"""
      t.pw:1:5: error: `for` needs a name, `in` and a range
          1 | for i
            |     ^
         help: for i in 0:10 runs with i from 0 to 9
      """#
    ),
    (
      "for i in\nend",
      #"""
      t.pw:1:9: error: expected a value, found the end of the line
          1 | for i in
            |         ^
      """#
    ),
    (
      "for i in 10\nend",
      #"""
      t.pw:1:10: error: `for` needs a name, `in` and a range
          1 | for i in 10
            |          ^
         help: for i in 0:10 runs with i from 0 to 9
      """#
    ),
    (
      "for i in :10\nend",
      #"""
      t.pw:1:10: error: `for` needs a name, `in` and a range
          1 | for i in :10
            |          ^
         help: for i in 0:10 runs with i from 0 to 9
      """#
    ),
    (
      "for i in 0:\nend",
      #"""
      t.pw:1:12: error: expected a value, found the end of the line
          1 | for i in 0:
            |            ^
      """#
    ),
    (
      "for i = 0:10\nend",
      #"""
      t.pw:1:5: error: `for` needs a name, `in` and a range
          1 | for i = 0:10
            |     ^
         help: for i in 0:10 runs with i from 0 to 9
      """#
    ),
    (
      "for 3 in 0:10\nend",
      #"""
      t.pw:1:5: error: `for` needs a name, `in` and a range
          1 | for 3 in 0:10
            |     ^
         help: for i in 0:10 runs with i from 0 to 9
      """#
    ),
    (
      "for conv in 0:10\nend",
      #"""
      t.pw:1:5: error: `conv` is a verb and cannot be bound
          1 | for conv in 0:10
            |     ^
         help: choose another name: my_conv
      """#
    ),
    (
      "for end in 0:10\nend",
      #"""
      t.pw:1:5: error: `end` is a keyword and cannot be bound
          1 | for end in 0:10
            |     ^
         help: choose another name: my_end
      """#
    ),
    (
      "for _ in 0:10\nend",
      #"""
      t.pw:1:5: error: `_` is the last shown value and cannot be bound
          1 | for _ in 0:10
            |     ^
      """#
    ),
    (
      "for i in 0:10:2\nend",
      #"""
      t.pw:1:14: error: the range of `for` has two bounds
          1 | for i in 0:10:2
            |              ^
         help: for i in 0:10 step=2
      """#
    ),
    (
      "for i in 0.5:10\nend",
      #"""
      t.pw:1:10: error: `for` takes a whole number as its first value, not the number
         0.5
          1 | for i in 0.5:10
            |          ^
      """#
    ),
    (
      "for i in 0:\"a\"\nend",
      #"""
      t.pw:1:12: error: `for` takes a whole number as its bound, not text
          1 | for i in 0:"a"
            |            ^
      """#
    ),
    (
      "for i in 0:3x3\nend",
      #"""
      t.pw:1:12: error: `for` takes a whole number as its bound, not the shape 3x3
          1 | for i in 0:3x3
            |            ^
      """#
    ),
    (
      "for i in 0:10 step=0.5\nend",
      #"""
      t.pw:1:20: error: `step` takes a whole number such as 2, not the number 0.5
          1 | for i in 0:10 step=0.5
            |                    ^
      """#
    ),
    (
      "for i in 0:sum x step=2\nend",
      #"""
      t.pw:1:18: error: `step` would belong to `sum`, which has no such option
          1 | for i in 0:sum x step=2
            |                  ^
         help: put the application in brackets: (sum x) step=2
      """#
    ),
    (
      "for i in 0:10 by=2\nend",
      #"""
      t.pw:1:15: error: `for` has no option `by`
          1 | for i in 0:10 by=2
            |               ^
         help: it has step and watch
      """#
    ),
    (
      "for i in range 10\nend",
      #"""
      t.pw:1:16: error: `for` needs a name, `in` and a range
          1 | for i in range 10
            |                ^
         help: for i in 0:10 runs with i from 0 to 9
      """#
    ),
    (
      "for i in (0:10)\nend",
      #"""
      t.pw:1:12: error: a range stands only in an index, an option or `for`
          1 | for i in (0:10)
            |            ^
         help: x[0:3], show x rows=0:3, for i in 0:3
      """#
    ),
    (
      "for x[0] in 0:3\nend",
      #"""
      t.pw:1:5: error: `for` needs a name, `in` and a range
          1 | for x[0] in 0:3
            |     ^
         help: for i in 0:10 runs with i from 0 to 9
      """#
    ),
    (
      "for i of 0:3\nend",
      #"""
      t.pw:1:5: error: `for` needs a name, `in` and a range
          1 | for i of 0:3
            |     ^
         help: for i in 0:10 runs with i from 0 to 9
      """#
    ),
    (
      "def\nend",
      #"""
      t.pw:1:1: error: `def` needs a name and the names of its operands
          1 | def
            | ^
         help: def net x k
      """#
    ),
    (
      "repeat 3\nparam n = 5\nend",
      #"""
      t.pw:2:1: error: `param` stands outside of blocks
          2 | param n = 5
            | ^
         help: bind it before the block
      """#
    ),
    (
      "repeat 3\nfoo x\nbar y\nend\nbaz z",
      #"""
      t.pw:2:1: error: unknown verb `foo`
          2 | foo x
            | ^
         help: did you mean `for`?
      t.pw:3:1: error: unknown verb `bar`
          3 | bar y
            | ^
      t.pw:5:1: error: unknown verb `baz`
          5 | baz z
            | ^
      """#
    ),
    (
      "repeat 3; foo x; bar y; end; baz z",
      #"""
      t.pw:1:11: error: unknown verb `foo`
          1 | repeat 3; foo x; bar y; end; baz z
            |           ^
         help: did you mean `for`?
      t.pw:1:30: error: unknown verb `baz`
          1 | repeat 3; foo x; bar y; end; baz z
            |                              ^
      """#
    ),
    (
      "repeat 3\n  x = 1 +\nend",
      #"""
      t.pw:2:10: error: expected a value, found the end of the line
          2 |   x = 1 +
            |          ^
      """#
    ),
    (
      "repeat 3\n  x = (1 +\nend",
      #"""
      t.pw:2:7: error: `(` is not closed before `end`
          2 |   x = (1 +
            |       ^
      """#
    ),
    (
      "repeat 3\n (]\nend\nx y",
      #"""
      t.pw:2:3: error: `]` cannot close `(`
          2 |  (]
            |   ^ `(` is open
      t.pw:4:1: error: unknown verb `x`
          4 | x y
            | ^
      """#
    ),
    (
      "repeat 3\nfoo x\ny = (1",
      #"""
      t.pw:2:1: error: unknown verb `foo`
          2 | foo x
            | ^
         help: did you mean `for`?
      t.pw:3:5: error: `(` is never closed
          3 | y = (1
            |     ^
      """#
    ),
    (
      "reapeat 3\nx\nend",
      #"""
      t.pw:1:1: error: unknown verb `reapeat`
          1 | reapeat 3
            | ^
         help: did you mean `repeat`?
      t.pw:3:1: error: `end` closes no block
          3 | end
            | ^
         help: blocks begin with `repeat`, `for` or `def`
      """#
    ),
    (
      "repeat = 3",
      #"""
      t.pw:1:1: error: `repeat` is a keyword and cannot be bound
          1 | repeat = 3
            | ^
         help: choose another name: my_repeat
      """#
    ),
    (
      "for[0] = 3",
      #"""
      t.pw:1:1: error: `for` is a keyword and cannot be bound
          1 | for[0] = 3
            | ^
         help: choose another name: my_for
      """#
    ),
    (
      "repeat",
      #"""
      t.pw:1:1: error: `repeat` needs a count
          1 | repeat
            | ^
         help: repeat 500
      """#
    ),
    (
      "x = 0:3",
      #"""
      t.pw:1:6: error: a range stands only in an index, an option or `for`
          1 | x = 0:3
            |      ^
         help: x[0:3], show x rows=0:3, for i in 0:3
      """#
    ),
    (
      "repeat\nrepeat 3",
      #"""
      t.pw:1:1: error: `repeat` needs a count
          1 | repeat
            | ^
         help: repeat 500
      t.pw:2:1: error: `repeat` has no `end`
          2 | repeat 3
            | ^
         help: write `end` after its last statement
      """#
    ),
    (
      "x = repeat 3",
      #"""
      t.pw:1:5: error: `repeat` is a keyword and is not a value
          1 | x = repeat 3
            |     ^
      """#
    ),
    (
      "repeat 3\nrepeat foo x\ny\nend\nend",
      #"""
      t.pw:2:8: error: unknown verb `foo`
          2 | repeat foo x
            |        ^
      """#
    ),
    (
      "repeat 2;foo(x;end",
      #"""
      t.pw:1:10: error: unknown verb `foo`
          1 | repeat 2;foo(x;end
            |          ^
         help: did you mean `for`?
      """#
    ),
    (
      "expect fails repeat 3\nx",
      #"""
      t.pw:1:14: error: `repeat` has no `end`
          1 | expect fails repeat 3
            |              ^
         help: write `end` after its last statement
      """#
    ),
    (
      "expect fails repeat 3\nx y z\n3 4\nend",
      #"""
      t.pw:2:1: error: unknown verb `x`
          2 | x y z
            | ^
      t.pw:3:3: error: expected an operator or the end of the line, found the number 4
          3 | 3 4
            |   ^
      """#
    ),
    (
      "repeat 3 watch=x[0]\nend",
      #"""
      t.pw:1:17: error: `watch` takes names
          1 | repeat 3 watch=x[0]
            |                 ^
         help: watch=loss,accuracy
      """#
    ),
    (
      "y = foo x",
      #"""
      t.pw:1:5: error: unknown verb `foo`
          1 | y = foo x
            |     ^
      """#
    ),
    (
      "repeat 3\nx = (1\nend",
      #"""
      t.pw:2:5: error: `(` is not closed before `end`
          2 | x = (1
            |     ^
      """#
    ),
    (
      "repeat 3 watch=a,\nend",
      #"""
      t.pw:1:17: error: `watch` takes names
          1 | repeat 3 watch=a,
            |                 ^
         help: watch=loss,accuracy
      """#
    ),
    (
      "repeat 3\n x = [1 2\nend",
      #"""
      t.pw:2:6: error: `[` is not closed before `end`
          2 |  x = [1 2
            |      ^
      """#
    ),
    (
      "if x > 1\n  repeat 2\n    zzz\n  end\nend\nzzz 2",
      #"""
      t.pw:1:1: error: unknown verb `if`
          1 | if x > 1
            | ^
         help: there are no conditions: `repeat` and `for` run so many rounds
      t.pw:6:1: error: unknown verb `zzz`
          6 | zzz 2
            | ^
      """#
    ),
  ]
}
