extension DiagnosticTests {
  /// What indices says of lines that cannot work.
  static let indices = [
    (
      "x[3]",
      """
      1:3: error: index 3 is outside axis 0
          1 | x[3]
            |   ^
         help: it goes from 0 to 2, or from -3 to -1
      """
    ),
    (
      "x[0, -4]",
      """
      1:6: error: index -4 is outside axis 1
          1 | x[0, -4]
            |      ^
         help: it goes from 0 to 2, or from -3 to -1
      """
    ),
    (
      "x[0, 1, 2, 3]",
      """
      1:12: error: 4 indices for 3x3x3, which has 3 axes
          1 | x[0, 1, 2, 3]
            |            ^
      """
    ),
    (
      "x[0, 2:5]",
      """
      1:6: error: slice 2:5 does not lie in axis 1
          1 | x[0, 2:5]
            |      ^
         help: the axis has length 3: bounds go from 0 to 3, the first not above the
               second
      """
    ),
    (
      "x[0, 2:1]",
      """
      1:6: error: slice 2:1 does not lie in axis 1
          1 | x[0, 2:1]
            |      ^
         help: the axis has length 3: bounds go from 0 to 3, the first not above the
               second
      """
    ),
    (
      "x[0:3:0]",
      """
      1:3: error: step 0 of axis 0 is not above 0
          1 | x[0:3:0]
            |   ^
      """
    ),
    (
      "x[0, 1.5]",
      """
      1:6: error: a whole number is due here, not 1.5
          1 | x[0, 1.5]
            |      ^
      """
    ),
    (
      "x[zeros 0]",
      """
      1:3: error: a number is due here, not a value of shape 0
          1 | x[zeros 0]
            |   ^
      """
    ),
    (
      "x[v]",
      """
      1:3: error: a number is due here, not a value of shape 3
          1 | x[v]
            |   ^
      """
    ),
    (
      "x[0, 0, 0] = v",
      """
      1:14: error: 3 does not fill x[…], which is scalar
          1 | x[0, 0, 0] = v
            |              ^ 3
      """
    ),
    (
      "x[0, :, 4] = 1",
      """
      1:9: error: index 4 is outside axis 2
          1 | x[0, :, 4] = 1
            |         ^
         help: it goes from 0 to 2, or from -3 to -1
      """
    ),
    (
      "q[0] = 1",
      """
      1:1: error: unknown name `q`
          1 | q[0] = 1
            | ^
      """
    ),
    (
      "m[1.5, 0] = 1",
      """
      1:3: error: a whole number is due here, not 1.5
          1 | m[1.5, 0] = 1
            |   ^
      """
    ),
    (
      "x[0] = [1 2; 3 4]",
      """
      1:8: error: 2x2 does not fill x[…], which is 3x3
          1 | x[0] = [1 2; 3 4]
            |        ^ 2x2
      """
    ),
  ]
}
