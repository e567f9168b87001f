extension DiagnosticTests {
  /// What the session says of lines that cannot work.
  static let session = [
    (
      "drop qq",
      """
      1:6: error: `qq` has no value
          1 | drop qq
            |      ^
      """
    ),
    (
      "drop x conv",
      """
      1:8: error: `drop` takes a name as its operand x, not the verb `conv`
          1 | drop x conv
            |        ^
      """
    ),
    (
      "set digits 99",
      """
      1:12: error: `digits` takes a whole number from 1 to 17, or auto
          1 | set digits 99
            |            ^
      """
    ),
    (
      "set digits 2.5",
      """
      1:12: error: `digits` takes a whole number from 1 to 17, or auto
          1 | set digits 2.5
            |            ^
      """
    ),
    (
      "set width 5",
      """
      1:11: error: `width` takes a whole number from 20 to 10000, or auto
          1 | set width 5
            |           ^
      """
    ),
    (
      "set colour red",
      """
      1:5: error: `set` takes dtype, digits, box or width, not `colour`
          1 | set colour red
            |     ^
      """
    ),
    (
      "set dtype f16",
      """
      1:11: error: `dtype` takes f32 or f64, not `f16`
          1 | set dtype f16
            |           ^
      """
    ),
    (
      "set box unicodee",
      """
      1:9: error: `box` takes ascii or unicode, not `unicodee`
          1 | set box unicodee
            |         ^
         help: did you mean `unicode`?
      """
    ),
    (
      "history -1",
      """
      1:9: error: count -1 is negative
          1 | history -1
            |         ^
      """
    ),
    (
      "help cnov",
      """
      1:6: error: there is no verb `cnov`
          1 | help cnov
            |      ^
         help: did you mean `conv`?
      """
    ),
    (
      "say m[5]",
      """
      1:7: error: index 5 is outside axis 0
          1 | say m[5]
            |       ^
         help: it goes from 0 to 1, or from -2 to -1
      """
    ),
    (
      "time m[5]",
      """
      1:8: error: index 5 is outside axis 0
          1 | time m[5]
            |        ^
         help: it goes from 0 to 1, or from -2 to -1
      """
    ),
  ]
}
