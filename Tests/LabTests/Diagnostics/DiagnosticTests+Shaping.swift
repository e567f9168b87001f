extension DiagnosticTests {
  /// What verbs that shape values says of lines that cannot work.
  static let shaping = [
    (
      "reshape x 2x2",
      """
      1:11: error: 3x3x3 has 27 cells, 2x2 has 4
          1 | reshape x 2x2
            |           ^
         help: one length may be -1, which is worked out: [3, -1]
      """
    ),
    (
      "reshape x [-1, 4]",
      """
      1:11: error: 3x3x3 has 27 cells, which is no multiple of the 4 in [-1, 4]
          1 | reshape x [-1, 4]
            |           ^
      """
    ),
    (
      "reshape x [-1, -1]",
      """
      1:11: error: [-1, -1] leaves more than one length open
          1 | reshape x [-1, -1]
            |           ^
         help: one length may be -1, the others are 0 or more
      """
    ),
    (
      "reshape x [-2, 4]",
      """
      1:11: error: [-2, 4] leaves more than one length open
          1 | reshape x [-2, 4]
            |           ^
         help: one length may be -1, the others are 0 or more
      """
    ),
    (
      "reshape x 2.5",
      """
      1:11: error: a whole number is due here, not 2.5
          1 | reshape x 2.5
            |           ^
      """
    ),
    (
      "permute x [0, 1]",
      """
      1:11: error: [0, 1] does not rearrange 3 axes
          1 | permute x [0, 1]
            |           ^
         help: each of 0 to 2 once
      """
    ),
    (
      "permute x [0, 1, 1]",
      """
      1:11: error: [0, 1, 1] does not rearrange 3 axes
          1 | permute x [0, 1, 1]
            |           ^
         help: each of 0 to 2 once
      """
    ),
    (
      "permute x [0, 1, 3]",
      """
      1:11: error: [0, 1, 3] does not rearrange 3 axes
          1 | permute x [0, 1, 3]
            |           ^
         help: each of 0 to 2 once
      """
    ),
    (
      "flip x axis=3",
      """
      1:13: error: there is no axis 3
          1 | flip x axis=3
            |             ^
         help: the axes are 0 to 2, or -1 to -3 from the end
      """
    ),
    (
      "flip x axis=1,1",
      """
      1:13: error: axis 1 comes twice
          1 | flip x axis=1,1
            |             ^
      """
    ),
    (
      "pad m -1",
      """
      1:7: error: padding -1 along the rows is negative
          1 | pad m -1
            |       ^
         help: a slice cuts rows and columns off: x[:, :, 1:-1, 1:-1]
      """
    ),
    (
      "pad m 1x2x3",
      """
      1:7: error: `sides` takes 1, 2 or 4 numbers, not 3
          1 | pad m 1x2x3
            |       ^
         help: `1`, `1x2` (rows, columns) or `0x1x0x1` (top, left, bottom, right)
      """
    ),
    (
      "pad m 99999999999x9999999999",
      """
      1:7: error: shape 200000000000x20000000000 has more cells than can be counted
          1 | pad m 99999999999x9999999999
            |       ^
      """
    ),
    (
      "dilate m 0",
      """
      1:10: error: step 0 of axis 0 is not above 0
          1 | dilate m 0
            |          ^
      """
    ),
    (
      "dilate m 2x0",
      """
      1:10: error: step 0 of axis 1 is not above 0
          1 | dilate m 2x0
            |          ^
      """
    ),
    (
      "dilate m 1x2x3",
      """
      1:10: error: `steps` takes rows and columns, not 3 numbers
          1 | dilate m 1x2x3
            |          ^
         help: for example `2` or `2x1`
      """
    ),
    (
      "concat m v",
      """
      1:8: error: 2x2 and 3 differ in more than axis 0
          1 | concat m v
            |        ^
      """
    ),
    (
      "concat m [1 2 3] axis=1",
      """
      1:8: error: 2x2 and 3 differ in more than axis 1
          1 | concat m [1 2 3] axis=1
            |        ^
      """
    ),
    (
      "concat 1 2",
      """
      1:8: error: a number has no axis 0
          1 | concat 1 2
            |        ^
      """
    ),
    (
      "concat m m axis=2",
      """
      1:17: error: there is no axis 2
          1 | concat m m axis=2
            |                 ^
         help: the axes are 0 to 1, or -1 to -2 from the end
      """
    ),
    (
      "shuffle x y",
      """
      1:11: error: `y` has no value
          1 | shuffle x y
            |           ^
      """
    ),
    (
      "resize v 2x2",
      """
      1:8: error: picture: 2, 3 or 4 dimensions are due, not 1
          1 | resize v 2x2
            |        ^ 3
      """
    ),
    (
      "resize m 0x2",
      """
      1:10: error: picture size 0 is out of range
          1 | resize m 0x2
            |          ^
         help: at least 1
      """
    ),
    (
      "resize m 2x2x2",
      """
      1:10: error: `size` takes rows and columns, not 3 numbers
          1 | resize m 2x2x2
            |          ^
         help: for example `2` or `2x1`
      """
    ),
  ]
}
