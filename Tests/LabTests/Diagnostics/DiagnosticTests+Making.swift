extension DiagnosticTests {
  /// What verbs that make values says of lines that cannot work.
  static let making = [
    (
      "zeros [1 1 1 1 1 1 1 1 1]",
      """
      1:7: error: a value has at most 8 dimensions, not 9
          1 | zeros [1 1 1 1 1 1 1 1 1]
            |       ^
      """
    ),
    (
      "zeros [-1 2]",
      """
      1:7: error: length -1 of axis 0 is negative
          1 | zeros [-1 2]
            |       ^
      """
    ),
    (
      "zeros 1000000000x1000000000x1000000000",
      """
      1:7: error: shape 1000000000x1000000000x1000000000 has more cells than can be
         counted
          1 | zeros 1000000000x1000000000x1000000000
            |       ^
      """
    ),
    (
      "zeros [1e18, 1e18]",
      """
      1:7: error: shape 1000000000000000000x1000000000000000000 has more cells than
         can be counted
          1 | zeros [1e18, 1e18]
            |       ^
      """
    ),
    (
      "zeros 1e300",
      """
      1:7: error: the whole number 1e+300 is out of range
          1 | zeros 1e300
            |       ^
      """
    ),
    (
      "zeros 2.5",
      """
      1:7: error: a whole number is due here, not 2.5
          1 | zeros 2.5
            |       ^
      """
    ),
    (
      "zeros nan",
      """
      1:7: error: unknown name `nan`
          1 | zeros nan
            |       ^
         help: `0/0` makes it
      """
    ),
    (
      "zeros m",
      """
      1:7: error: a list of numbers: 0 or 1 dimensions are due, not 2
          1 | zeros m
            |       ^ 2x2
      """
    ),
    (
      "zeros \"a\"",
      """
      1:7: error: `zeros` takes a value as its operand shape, not text
          1 | zeros "a"
            |       ^
      """
    ),
    (
      "eye -1",
      """
      1:5: error: n -1 is negative
          1 | eye -1
            |     ^
      """
    ),
    (
      "eye 2.5",
      """
      1:5: error: a whole number is due here, not 2.5
          1 | eye 2.5
            |     ^
      """
    ),
    (
      "eye v",
      """
      1:5: error: a number is due here, not a value of shape 3
          1 | eye v
            |     ^
      """
    ),
    (
      "full 2x3 v",
      """
      1:10: error: a number is due here, not a value of shape 3
          1 | full 2x3 v
            |          ^
      """
    ),
    (
      "arange 0 10 0",
      """
      1:13: error: a step of 0 never gets to the end
          1 | arange 0 10 0
            |             ^
      """
    ),
    (
      "arange 0 1e18",
      """
      1:8: error: number of cells 1e+18 is out of range
          1 | arange 0 1e18
            |        ^
         help: from 0 to 9007199254740992
      """
    ),
    (
      "arange (log 0)",
      """
      1:8: error: end -inf is out of range
          1 | arange (log 0)
            |        ^
      """
    ),
    (
      "arange 0 (exp 1000)",
      """
      1:10: error: end inf is out of range
          1 | arange 0 (exp 1000)
            |          ^
      """
    ),
    (
      "linspace 0 1 -3",
      """
      1:14: error: count -3 is negative
          1 | linspace 0 1 -3
            |              ^
      """
    ),
    (
      "linspace 0 1 2.5",
      """
      1:14: error: a whole number is due here, not 2.5
          1 | linspace 0 1 2.5
            |              ^
      """
    ),
    (
      "onehot [0 5] 3",
      """
      1:8: error: label 5 is out of range
          1 | onehot [0 5] 3
            |        ^
         help: from 0 to 2
      """
    ),
    (
      "onehot [0 1.5] 3",
      """
      1:8: error: a whole number is due here, not 1.5
          1 | onehot [0 1.5] 3
            |        ^
         help: class numbers are whole: 0, 1, 2 and so on
      """
    ),
    (
      "onehot [0 1] -1",
      """
      1:14: error: classes -1 is negative
          1 | onehot [0 1] -1
            |              ^
      """
    ),
    (
      "blobs 5",
      """
      1:7: error: picture: 2, 3 or 4 dimensions are due, not 1
          1 | blobs 5
            |       ^ 5
      """
    ),
    (
      "noise m p=2",
      """
      1:11: error: probability 2 is out of range
          1 | noise m p=2
            |           ^
         help: from 0 to 1
      """
    ),
    (
      "noise m kind=gaussian sigma=-1",
      """
      1:29: error: standard deviation -1 is out of range
          1 | noise m kind=gaussian sigma=-1
            |                             ^
         help: at least 0
      """
    ),
    (
      "he 3",
      """
      1:4: error: weights: 2 or 4 dimensions are due, not 1
          1 | he 3
            |    ^ 3
      """
    ),
    (
      "xavier 2x2x2",
      """
      1:8: error: weights: 2 or 4 dimensions are due, not 3
          1 | xavier 2x2x2
            |        ^ 2x2x2
      """
    ),
    (
      "seed 1.5",
      """
      1:6: error: a whole number is due here, not 1.5
          1 | seed 1.5
            |      ^
      """
    ),
    (
      "seed 1e30",
      """
      1:6: error: the whole number 1e+30 is out of range
          1 | seed 1e30
            |      ^
      """
    ),
  ]
}
