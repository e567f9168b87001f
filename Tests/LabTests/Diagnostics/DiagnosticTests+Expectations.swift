extension DiagnosticTests {
  /// What expect says of lines that cannot work.
  static let expectations = [
    (
      "expect m == v",
      """
      1:8: error: expected values of one shape, these are 2x2 and 3
          1 | expect m == v
            |        ^ 2x2     3
      """
    ),
    (
      "expect m == [1 2; 3 5]",
      """
      1:8: error: expected 4 == 5 at [1,1]
          1 | expect m == [1 2; 3 5]
            |        ^ 4     5
         help: they differ by 1
      """
    ),
    (
      "expect m ~ [1 2; 3 5] tol=1e-9",
      """
      1:8: error: expected 4 ~ 5 at [1,1]
          1 | expect m ~ [1 2; 3 5] tol=1e-9
            |        ^ 4     5
         help: they differ by 1; tol=1e-09 allows 6e-09
      """
    ),
    (
      "expect 1 ~ 2 tol=-1",
      """
      1:18: error: a tolerance is 0 or more, not -1
          1 | expect 1 ~ 2 tol=-1
            |                  ^
      """
    ),
    (
      "expect m < 3",
      """
      1:8: error: expected 3 < 3 at [1,0]
          1 | expect m < 3
            |        ^ 3     3
      """
    ),
    (
      "expect m != m",
      """
      1:8: error: expected a difference, and all cells are equal
          1 | expect m != m
            |        ^
      """
    ),
    (
      "expect (log -1) < 1",
      """
      1:8: error: expected NaN < 1
          1 | expect (log -1) < 1
            |        ^ NaN     1
      """
    ),
    (
      "expect fails relu x",
      """
      1:14: error: expected this to fail, and it did not
          1 | expect fails relu x
            |              ^
         help: without `expect fails` the line is legal
      """
    ),
  ]
}
