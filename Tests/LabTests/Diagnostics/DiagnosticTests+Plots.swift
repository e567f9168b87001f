extension DiagnosticTests {
  /// What plot, hist and show of several values say of lines that cannot work.
  static let plots = [
    (
      "plot m",
      """
      1:6: error: a curve has one dimension; this value's shape is 2x2
          1 | plot m
            |      ^
         help: its first row is m[0]
      """
    ),
    (
      "plot v v m",
      """
      1:10: error: a curve has one dimension; this value's shape is 2x2
          1 | plot v v m
            |          ^
         help: its first row is m[0]
      """
    ),
    (
      "plot v from=3",
      """
      1:13: error: index 3 is outside the curve; it goes from 0 to 2
          1 | plot v from=3
            |             ^
      """
    ),
    (
      "plot v height=2",
      """
      1:15: error: `height` goes from 3 to 500, not 2
          1 | plot v height=2
            |               ^
      """
    ),
    (
      "plot v width=5",
      """
      1:14: error: `width` goes from 20 to 10000, not 5
          1 | plot v width=5
            |              ^
      """
    ),
    (
      "plot v log=maybe",
      """
      1:12: error: unknown name `maybe`
          1 | plot v log=maybe
            |            ^
         help: log takes true or false
      """
    ),
    (
      "plot",
      """
      1:1: error: `plot` lacks its operand x
          1 | plot
            | ^
         help: plot x … log= height= width= from=
      """
    ),
    (
      "hist v bins=0",
      """
      1:13: error: `bins` goes from 1 to 1000, not 0
          1 | hist v bins=0
            |             ^
      """
    ),
    (
      "hist v bins=2.5",
      """
      1:13: error: `bins` takes a whole number such as 2, not the number 2.5
          1 | hist v bins=2.5
            |             ^
      """
    ),
    (
      "show m v as=image",
      """
      1:8: error: a picture has rows and columns; this value's shape is 3
          1 | show m v as=image
            |        ^
      """
    ),
    (
      "show m v as=heat",
      """
      1:8: error: a picture has rows and columns; this value's shape is 3
          1 | show m v as=heat
            |        ^
      """
    ),
    (
      "show m v rows=0:1",
      """
      1:15: error: a value of shape 3 has no rows to select
          1 | show m v rows=0:1
            |               ^
      """
    ),
  ]
}
