extension DiagnosticTexts {
  static let options: [(String, String)] = [
    (
      "x = y = 3",
      #"""
      t.pw:1:7: error: unexpected `=`
          1 | x = y = 3
            |       ^
         help: a binding is written name = value, a comparison expect a == b
      """#
    ),
    (
      "3 = x",
      #"""
      t.pw:1:3: error: unexpected `=`
          1 | 3 = x
            |   ^
         help: a binding is written name = value, a comparison expect a == b
      """#
    ),
    (
      "set dtype f16",
      #"""
      t.pw:1:11: error: `dtype` takes f32 or f64, not `f16`
          1 | set dtype f16
            |           ^
      """#
    ),
    (
      "set digits=3",
      #"""
      t.pw:1:5: error: `set` has no option `digits`
          1 | set digits=3
            |     ^
         help: a setting has no `=`: set digits value
      """#
    ),
    (
      "conv x k pda=1",
      #"""
      t.pw:1:10: error: `conv` has no option `pda`
          1 | conv x k pda=1
            |          ^
         help: did you mean `pad`?
      """#
    ),
    (
      "relu x pad=1",
      #"""
      t.pw:1:8: error: `relu` has no option `pad`
          1 | relu x pad=1
            |        ^
         help: it has no options
      """#
    ),
    (
      "conv x k zzz=1",
      #"""
      t.pw:1:10: error: `conv` has no option `zzz`
          1 | conv x k zzz=1
            |          ^
         help: it has stride, pad, groups, flip and algorithm
      """#
    ),
    (
      "conv x k pad=1 pad=2",
      #"""
      t.pw:1:16: error: the option `pad` is given twice
          1 | conv x k pad=1 pad=2
            |                ^ first as pad=1
      """#
    ),
    (
      "conv x k pad = 1",
      #"""
      t.pw:1:14: error: an option's `=` has no spaces around it
          1 | conv x k pad = 1
            |              ^
         help: write pad=value
      """#
    ),
    (
      "conv x k pad =1",
      #"""
      t.pw:1:14: error: an option's `=` has no spaces around it
          1 | conv x k pad =1
            |              ^
         help: write pad=value
      """#
    ),
    (
      "conv x k pad= 1",
      #"""
      t.pw:1:13: error: an option's `=` has no spaces around it
          1 | conv x k pad= 1
            |             ^
         help: write pad=value
      """#
    ),
    (
      "conv x k pad=",
      #"""
      t.pw:1:10: error: the option `pad` needs a value
          1 | conv x k pad=
            |          ^
         help: pad takes 1, 1x2, 0x1x0x1, same, same-lower, full or valid
               1x2 is rows x columns, 0x1x0x1 is top x left x bottom x right
      """#
    ),
    (
      "conv x k stride=\"a\"",
      #"""
      t.pw:1:17: error: `stride` takes 2 or 2x1, not text
          1 | conv x k stride="a"
            |                 ^
         help: 2x1 is rows x columns
      """#
    ),
    (
      "conv x k stride=2x2x2",
      #"""
      t.pw:1:17: error: `stride` takes 2 or 2x1, not the shape 2x2x2
          1 | conv x k stride=2x2x2
            |                 ^
         help: 2x1 is rows x columns
      """#
    ),
    (
      "conv x k pad=1x2x3",
      #"""
      t.pw:1:14: error: `pad` takes 1, 1x2, 0x1x0x1, same, same-lower, full or valid,
         not the shape 1x2x3
          1 | conv x k pad=1x2x3
            |              ^
         help: 1x2 is rows x columns, 0x1x0x1 is top x left x bottom x right
      """#
    ),
    (
      "conv x k pad=same-lowr",
      #"""
      t.pw:1:14: error: `pad` takes 1, 1x2, 0x1x0x1, same, same-lower, full or valid,
         not `same-lowr`
          1 | conv x k pad=same-lowr
            |              ^
         help: did you mean `same-lower`?
      """#
    ),
    (
      "conv x k flip=2",
      #"""
      t.pw:1:15: error: `flip` takes true or false, not the number 2
          1 | conv x k flip=2
            |               ^
      """#
    ),
    (
      "conv x k groups=1.5",
      #"""
      t.pw:1:17: error: `groups` takes a whole number such as 2, not the number 1.5
          1 | conv x k groups=1.5
            |                 ^
      """#
    ),
    (
      "conv x k algorithm=drect",
      #"""
      t.pw:1:20: error: `algorithm` takes direct, im2col or implicit, not `drect`
          1 | conv x k algorithm=drect
            |                    ^
         help: did you mean `direct`?
      """#
    ),
    (
      "conv x k algorithm=5",
      #"""
      t.pw:1:20: error: `algorithm` takes direct, im2col or implicit, not the number 5
          1 | conv x k algorithm=5
            |                    ^
      """#
    ),
    (
      "pool x 2 kind=relu",
      #"""
      t.pw:1:15: error: `kind` takes max or avg, not `relu`
          1 | pool x 2 kind=relu
            |               ^
      """#
    ),
    (
      "conv x k pad=relu",
      #"""
      t.pw:1:14: error: `pad` takes 1, 1x2, 0x1x0x1, same, same-lower, full or valid,
         not `relu`
          1 | conv x k pad=relu
            |              ^
         help: 1x2 is rows x columns, 0x1x0x1 is top x left x bottom x right
      """#
    ),
    (
      "conv x k stride=n+1",
      #"""
      t.pw:1:18: error: the value of `stride` ends before `+`
          1 | conv x k stride=n+1
            |                  ^
         help: stride=(n + 1) computes the value; spaces around `+` apply it to the
               result
      """#
    ),
    (
      "conv x k pad=p-q",
      #"""
      t.pw:1:15: error: the value of `pad` ends before `-`
          1 | conv x k pad=p-q
            |               ^
         help: pad=(p - q) computes the value; spaces around `-` apply it to the
               result
      """#
    ),
    (
      "conv x k pad=same-1",
      #"""
      t.pw:1:18: error: the value of `pad` ends before `-`
          1 | conv x k pad=same-1
            |                  ^
         help: spaces around `-` apply it to the result
      """#
    ),
    (
      "show x title=abc",
      #"""
      t.pw:1:14: error: `title` takes text in double quotes, not `abc`
          1 | show x title=abc
            |              ^
      """#
    ),
    (
      "show x at=",
      #"""
      t.pw:1:8: error: the option `at` needs a value
          1 | show x at=
            |        ^
         help: at takes indices such as 1,2 or 10:20
      """#
    ),
    (
      "show x at=,",
      #"""
      t.pw:1:8: error: the option `at` needs a value
          1 | show x at=,
            |        ^
         help: at takes indices such as 1,2 or 10:20
      """#
    ),
    (
      "conv x k stride=(1 + 2)*3",
      #"""
      t.pw:1:24: error: the value of `stride` ends before `*`
          1 | conv x k stride=(1 + 2)*3
            |                        ^
         help: stride=((1 + 2) * 3) computes the value; spaces around `*` apply it to
               the result
      """#
    ),
    (
      "run \"a\" x=1 x=2",
      #"""
      t.pw:1:13: error: the option `x` is given twice
          1 | run "a" x=1 x=2
            |             ^ first as x=1
      """#
    ),
    (
      "sum x axis=a-1",
      #"""
      t.pw:1:13: error: the value of `axis` ends before `-`
          1 | sum x axis=a-1
            |             ^
         help: axis=(a - 1) computes the value; spaces around `-` apply it to the
               result
      """#
    ),
    (
      "pool x 2 kind=max-avg",
      #"""
      t.pw:1:15: error: `kind` takes max or avg, not `max-avg`
          1 | pool x 2 kind=max-avg
            |               ^
      """#
    ),
  ]
}
