extension DiagnosticTests {
  /// What conv says of lines that cannot work.
  static let convolution = [
    (
      "conv v k",
      """
      1:6: error: an input has 2, 3 or 4 dimensions, not 1
          1 | conv v k
            |      ^ 3
      """
    ),
    (
      "conv m v",
      """
      1:8: error: a kernel has 4 dimensions, or 2 for one channel, not 1
          1 | conv m v
            |        ^ 3
         help: `reshape` it to outputs×channels×rows×columns
      """
    ),
    (
      "conv m k",
      """
      1:6: error: the kernel reads 3 channels, the input has 1
          1 | conv m k
            |      ^ 2x2     k is 2x3x2x2
      """
    ),
    (
      "conv (zeros 1x8x8x3) k",
      """
      1:6: error: the kernel reads 3 channels, the input has 8
          1 | conv (zeros 1x8x8x3) k
            |      ^ 1x8x8x3     k is 2x3x2x2
         help: `permute x [0, 3, 1, 2]` puts the channels where they are read
      """
    ),
    (
      "conv (zeros 8x8x3) (zeros 2x2x3x4)",
      """
      1:6: error: the kernel reads 2 channels, the input has 8
          1 | conv (zeros 8x8x3) (zeros 2x2x3x4)
            |      ^ 8x8x3     k is 2x2x3x4
         help: layout=nhwc fits
      """
    ),
    (
      "conv i (ones 3x1x2x2)",
      """
      1:6: error: the kernel reads 1 channel, the input has 3
          1 | conv i (ones 3x1x2x2)
            |      ^ 1x3x8x8     k is 3x1x2x2
         help: groups=3 fits
      """
    ),
    (
      "conv i k groups=0",
      """
      1:17: error: 0 groups: at least 1 is due
          1 | conv i k groups=0
            |                 ^
         help: groups=1
      """
    ),
    (
      "conv i k groups=2",
      """
      1:6: error: the kernel reads 6 channels, the input has 3
          1 | conv i k groups=2
            |      ^ 1x3x8x8     k is 2x3x2x2
         help: groups=1 fits
      """
    ),
    (
      "conv (ones 1x4x5x5) (ones 3x2x2x2) groups=2",
      """
      1:43: error: 2 groups do not divide 3 output channels
          1 | conv (ones 1x4x5x5) (ones 3x2x2x2) groups=2
            |                                           ^ 3 output channels
         help: groups=1 or groups=3
      """
    ),
    (
      "conv i k v",
      """
      1:10: error: a bias has one number an output channel: 2, not 3
          1 | conv i k v
            |          ^ 3
      """
    ),
    (
      "conv i k [1 2; 3 4]",
      """
      1:10: error: a bias has one number an output channel: 2, not 2x2
          1 | conv i k [1 2; 3 4]
            |          ^ 2x2
      """
    ),
    (
      "conv m (ones 3x3)",
      """
      1:6: error: kernel 3x3 is larger than the padded input 2x2
          1 | conv m (ones 3x3)
            |      ^ 2x2, pad 0     k is 3x3
         help: pad=1 keeps 2x2, a 2x2 kernel gives 1x1
      """
    ),
    (
      "conv m (ones 5x5) pad=1",
      """
      1:6: error: kernel 5x5 is larger than the padded input 4x4
          1 | conv m (ones 5x5) pad=1
            |      ^ 2x2, pad 1     k is 5x5
         help: pad=2 keeps 2x2, a 4x4 kernel gives 1x1
      """
    ),
    (
      "conv (ones 5x5) (ones 3x3) dilation=3",
      """
      1:6: error: kernel 3x3, which reaches over 7x7 with its dilation, is larger than
         the padded input 5x5
          1 | conv (ones 5x5) (ones 3x3) dilation=3
            |      ^ 5x5, pad 0     k reaches over 7x7
         help: pad=1 gives 1x1, pad=3 keeps 5x5, dilation=1 gives 3x3, a 2x2 kernel
               gives 2x2
      """
    ),
    (
      "conv i k stride=0",
      """
      1:17: error: stride 0 along the rows is not above 0
          1 | conv i k stride=0
            |                 ^
         help: stride=1 reads every position
      """
    ),
    (
      "conv i k stride=-1",
      """
      1:17: error: stride -1 along the rows is not above 0
          1 | conv i k stride=-1
            |                 ^
         help: stride=1 reads every position
      """
    ),
    (
      "conv i k stride=2x0",
      """
      1:17: error: stride 0 along the columns is not above 0
          1 | conv i k stride=2x0
            |                 ^
         help: stride=1 reads every position
      """
    ),
    (
      "conv i k stride=[1 2 3]",
      """
      1:17: error: `stride` takes rows and columns, not 3 numbers
          1 | conv i k stride=[1 2 3]
            |                 ^
         help: for example `2` or `2x1`
      """
    ),
    (
      "conv i k stride=1.5",
      """
      1:17: error: `stride` takes 2 or 2x1, not the number 1.5
          1 | conv i k stride=1.5
            |                 ^
         help: 2x1 is rows x columns
      """
    ),
    (
      "conv i k dilation=0",
      """
      1:19: error: dilation 0 along the rows is not above 0
          1 | conv i k dilation=0
            |                   ^
         help: dilation=1 has the taps side by side
      """
    ),
    (
      "conv i k pad=-1",
      """
      1:14: error: padding -1 along the rows is negative
          1 | conv i k pad=-1
            |              ^
         help: a slice cuts rows and columns off: x[:, :, 1:-1, 1:-1]
      """
    ),
    (
      "conv i k pad=[1 2 3]",
      """
      1:14: error: `pad` takes 1, 2 or 4 numbers, not 3
          1 | conv i k pad=[1 2 3]
            |              ^
         help: `1`, `1x2` (rows, columns) or `0x1x0x1` (top, left, bottom, right)
      """
    ),
    (
      "conv i k pad=smae",
      """
      1:14: error: unknown name `smae`
          1 | conv i k pad=smae
            |              ^
         help: did you mean `same`?
      """
    ),
    (
      "conv i k pad=p",
      """
      1:14: error: unknown name `p`
          1 | conv i k pad=p
            |              ^
         help: pad takes 1, 1x2, 0x1x0x1, same, same-lower, full or valid
      """
    ),
    (
      "conv i k pad=99999999999999999",
      """
      1:14: error: shape 1x2x200000000000000007x200000000000000007 has more cells than
         can be counted
          1 | conv i k pad=99999999999999999
            |              ^
      """
    ),
    (
      "conv i k stride=9223372036854775807",
      """
      1:17: error: the whole number 9.223372036854776e+18 is out of range
          1 | conv i k stride=9223372036854775807
            |                 ^
      """
    ),
    (
      "conv (zeros 0x3) (ones 2x2)",
      """
      1:6: error: the input has 0 rows
          1 | conv (zeros 0x3) (ones 2x2)
            |      ^
      """
    ),
    (
      "conv m (zeros 0x2)",
      """
      1:8: error: the kernel has 0 rows
          1 | conv m (zeros 0x2)
            |        ^
      """
    ),
    (
      "conv i k flip=2",
      """
      1:15: error: `flip` takes true or false, not the number 2
          1 | conv i k flip=2
            |               ^
      """
    ),
    (
      "conv i k flip=m",
      """
      1:15: error: a number is due here, not a value of shape 2x2
          1 | conv i k flip=m
            |               ^
      """
    ),
    (
      "conv i k groups=v",
      """
      1:17: error: `groups` takes 1 number, not 3
          1 | conv i k groups=v
            |                 ^
      """
    ),
    (
      "conv i k layout=nchv",
      """
      1:17: error: `layout` takes nchw or nhwc, not `nchv`
          1 | conv i k layout=nchv
            |                 ^
         help: did you mean `nchw`?
      """
    ),
    (
      "conv i k algorithm=fast",
      """
      1:20: error: `algorithm` takes automatic, direct, im2col, implicit, blocked,
         winograd2 or winograd4, not `fast`
          1 | conv i k algorithm=fast
            |                    ^
      """
    ),
    (
      "conv (f32 (ones 8x8)) (f32 (ones 5x5)) algorithm=winograd2",
      """
      1:23: error: winograd2 multiplies by 3x3 kernels, and this one is 5x5
          1 | conv (f32 (ones 8x8)) (f32 (ones 5x5)) algorithm=winograd2
            |                       ^ 5x5
         help: algorithm=automatic takes any kernel
      """
    ),
    (
      "conv (f32 (ones 8x8)) (f32 (ones 3x3)) stride=1x2 algorithm=winograd2",
      """
      1:47: error: winograd2 slides its kernel by 1, not by 1x2
          1 | conv (f32 (ones 8x8)) (f32 (ones 3x3)) stride=1x2 algorithm=winograd2
            |                                               ^
         help: stride=1, or algorithm=automatic
      """
    ),
    (
      "conv (f32 (ones 8x8)) (f32 (ones 3x3)) dilation=2 algorithm=winograd4",
      """
      1:49: error: winograd4 reads neighbouring pixels, not those of dilation 2x2
          1 | conv (f32 (ones 8x8)) (f32 (ones 3x3)) dilation=2 algorithm=winograd4
            |                                                 ^
         help: dilation=1, or algorithm=automatic
      """
    ),
    (
      "conv (f32 (ones 8x8)) (ones 3x3) algorithm=winograd2",
      """
      1:44: error: winograd2 computes in f32, and this is f64
          1 | conv (f32 (ones 8x8)) (ones 3x3) algorithm=winograd2
            |                                            ^
         help: algorithm=automatic; or `f32` of the operands, where its rounding is
               enough
      """
    ),
    (
      "conv i k strid=2",
      """
      1:10: error: `conv` has no option `strid`
          1 | conv i k strid=2
            |          ^
         help: did you mean `stride`?
      """
    ),
    (
      "conv i k stride=zz",
      """
      1:17: error: unknown name `zz`
          1 | conv i k stride=zz
            |                 ^
      """
    ),
    (
      "conv i",
      """
      1:1: error: `conv` lacks its operand k (kernel)
          1 | conv i
            | ^
         help: conv x k [bias] stride= pad= dilation= groups= layout= flip= algorithm=
      """
    ),
    (
      "conv i k k k",
      """
      1:12: error: `conv` takes at most 3 operands, x (input), k (kernel) and bias
          1 | conv i k k k
            |            ^ operand 4
         help: conv x k [bias] stride= pad= dilation= groups= layout= flip= algorithm=
      """
    ),
  ]
}
