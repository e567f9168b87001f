extension DiagnosticTests {
  /// What convtranspose and pool says of lines that cannot work.
  static let transposition = [
    (
      "convtranspose i k",
      """
      1:15: error: the kernel reads 2 channels, the input has 3
          1 | convtranspose i k
            |               ^ 1x3x8x8     k is 2x3x2x2
      """
    ),
    (
      "convtranspose m [1 2; 3 4] pad=5",
      """
      1:32: error: of 3 rows the padding 10 leaves nothing
          1 | convtranspose m [1 2; 3 4] pad=5
            |                                ^
         help: a smaller pad= leaves some
      """
    ),
    (
      "convtranspose m [1 2; 3 4] output_pad=1",
      """
      1:39: error: output_pad 1 along the rows is not below the stride 1 or the
         dilation 1
          1 | convtranspose m [1 2; 3 4] output_pad=1
            |                                       ^
         help: only 0 is left with stride 1: it picks one of the sizes that a conv
               brings here
      """
    ),
    (
      "convtranspose m [1 2; 3 4] output_pad=-1",
      """
      1:39: error: output_pad -1 along the rows is negative
          1 | convtranspose m [1 2; 3 4] output_pad=-1
            |                                       ^
         help: only 0 is left with stride 1: it picks one of the sizes that a conv
               brings here
      """
    ),
    (
      "convtranspose (ones 4x3x3) (ones 4x1x2x2) groups=3",
      """
      1:50: error: 3 groups do not divide 4 input channels
          1 | convtranspose (ones 4x3x3) (ones 4x1x2x2) groups=3
            |                                                  ^ 4 input channels
         help: groups=2 or groups=4
      """
    ),
    (
      "pool m 3x3",
      """
      1:6: error: kernel 3x3 is larger than the padded input 2x2
          1 | pool m 3x3
            |      ^ 2x2, pad 0     window is 3x3
         help: pad=1 gives 1x1, pad=same gives 1x1, a 2x2 kernel gives 1x1
      """
    ),
    (
      "pool m 2x2 pad=2",
      """
      1:16: error: the window at output [0,0] lies in the padding alone
          1 | pool m 2x2 pad=2
            |                ^ pad=2
         help: a smaller pad=, or ceil=false
      """
    ),
    (
      "pool v 2",
      """
      1:6: error: an input has 2, 3 or 4 dimensions, not 1
          1 | pool v 2
            |      ^ 3
      """
    ),
    (
      "pool i 2x2 stride=0",
      """
      1:19: error: stride 0 along the rows is not above 0
          1 | pool i 2x2 stride=0
            |                   ^
         help: stride=1 reads every position
      """
    ),
    (
      "pool i 2x2x2",
      """
      1:8: error: `window` takes rows and columns, not 3 numbers
          1 | pool i 2x2x2
            |        ^
         help: for example `2` or `2x1`
      """
    ),
    (
      "pool i 0x2",
      """
      1:8: error: the kernel has 0 rows
          1 | pool i 0x2
            |        ^
      """
    ),
    (
      "pool (ones 1x1) 1x1 pad=3 kind=max",
      """
      1:25: error: the window at output [0,0] lies in the padding alone
          1 | pool (ones 1x1) 1x1 pad=3 kind=max
            |                         ^ pad=3
         help: a smaller pad=, or ceil=false
      """
    ),
  ]
}
