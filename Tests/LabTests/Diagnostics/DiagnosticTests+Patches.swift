extension DiagnosticTests {
  /// What im2col and what tells of it says of lines that cannot work.
  static let patches = [
    (
      "im2col v 2x2",
      """
      1:8: error: an image has 2, 3 or 4 dimensions, not 1
          1 | im2col v 2x2
            |        ^ 3
      """
    ),
    (
      "im2col m 3x3",
      """
      1:8: error: kernel 3x3 is larger than the padded input 2x2
          1 | im2col m 3x3
            |        ^ 2x2, pad 0     window is 3x3
         help: pad=1 keeps 2x2, a 2x2 kernel gives 1x1
      """
    ),
    (
      "im2col m v",
      """
      1:10: error: `window` takes rows and columns, not 3 numbers
          1 | im2col m v
            |          ^
         help: for example `2` or `2x1`
      """
    ),
    (
      "im2col m [1 2; 3 4]",
      """
      1:10: error: a list of numbers: 0 or 1 dimensions are due, not 2
          1 | im2col m [1 2; 3 4]
            |          ^ 2x2
      """
    ),
    (
      "im2col m 2.5",
      """
      1:10: error: a whole number is due here, not 2.5
          1 | im2col m 2.5
            |          ^
      """
    ),
    (
      "col2im m 3x3 2x2",
      """
      1:8: error: the matrix is 2x2, and this image and window make 4x4
          1 | col2im m 3x3 2x2
            |        ^ 2x2
         help: `order=` says how the matrix is laid out
      """
    ),
    (
      "col2im m 3 2x2",
      """
      1:10: error: an image has 2, 3 or 4 dimensions, not 1
          1 | col2im m 3 2x2
            |          ^ 3
      """
    ),
    (
      "col2im m 3x3 4x4",
      """
      1:14: error: kernel 4x4 is larger than the padded input 3x3
          1 | col2im m 3x3 4x4
            |              ^ window is 4x4
         help: pad=1 gives 2x2, pad=same keeps 3x3, a 3x3 kernel gives 1x1
      """
    ),
    (
      "indices v 2x2",
      """
      1:9: error: an image has 2, 3 or 4 dimensions, not 1
          1 | indices v 2x2
            |         ^ 3
      """
    ),
    (
      "indices m 2x2 as=k",
      """
      1:18: error: `as` takes i, j, channel, flat or pairs, not `k`
          1 | indices m 2x2 as=k
            |                  ^
      """
    ),
    (
      "orders v 2x2",
      """
      1:8: error: an image has 2, 3 or 4 dimensions, not 1
          1 | orders v 2x2
            |        ^ 3
      """
    ),
    (
      "orders m 3x3",
      """
      1:8: error: kernel 3x3 is larger than the padded input 2x2
          1 | orders m 3x3
            |        ^ 2x2, pad 0     window is 3x3
         help: pad=1 keeps 2x2, a 2x2 kernel gives 1x1
      """
    ),
    (
      "orders m 2x2 from=cols",
      """
      1:19: error: `from` takes columns, rows, windows, unfold, cs231n, matlab or
         matlab-rows, not `cols`
          1 | orders m 2x2 from=cols
            |                   ^
      """
    ),
    (
      "plan conv 3x2x2 4x3x5x5",
      """
      1:11: error: kernel 5x5 is larger than the padded input 2x2
          1 | plan conv 3x2x2 4x3x5x5
            |           ^ 2x2, pad 0     k is 5x5
         help: pad=2 keeps 2x2, a 2x2 kernel gives 1x1
      """
    ),
    (
      "plan relu m",
      """
      1:6: error: `plan` does not know `relu`
          1 | plan relu m
            |      ^
         help: it plans conv, convtranspose and pool
      """
    ),
    (
      "plan conv 3 k",
      """
      1:11: error: an input has 2, 3 or 4 dimensions, not 1
          1 | plan conv 3 k
            |           ^ 3
      """
    ),
  ]
}
