/// Sessions as they should run.
enum GradientRecordings {
  static let gradients = #"""
    ```patchwork
    > x = reshape (arange 9) 3x3; k = [1 2; 3 4]; y = conv x k
    y: 2x2 f64  [27, 67]  mean 47
    > grad x
    1:6: error: there are no gradients yet
        1 | grad x
          |      ^
       help: `backward y` first
    > backward y
    gradients for x 3x3, k 2x2
    > grad x
      |  0   1   2
    --+-----------
    0 |  1   3   2
    1 |  4  10   6
    2 |  3   7   4
    > grad k
      |  0   1
    --+-------
    0 |  8  12
    1 | 20  24
    > grad x[1, :]
     0   1   2
    ----------
     4  10   6
    > grad q
    1:6: error: unknown name `q`
        1 | grad q
          |      ^
    > z = 3
    z: scalar f64  3
    > grad z
    1:6: error: `y` does not depend on `z`
        1 | grad z
          |      ^
    > grad 3
    1:6: error: `grad` takes a value such as y[0, 0, 1, 2] as its operand x, not the
       number 3
        1 | grad 3
          |      ^
    > grad (x + 1)
    1:6: error: a name is due here
        1 | grad (x + 1)
          |      ^
       help: `x = …` gives the value a name; `grad x` then asks for its gradient
    > x = x + 1
    x: 3x3 f64  [1, 9]  mean 5
    > grad x
    1:6: error: `y` does not depend on `x` as it is now
        1 | grad x
          |      ^ bound anew after `y` was made
       help: make `y` again from the new `x`, then `backward y`
    > labels = [0 1]; t = [2 0; 0 1]; s = crossentropy t labels; backward s
    gradients for t 2x2
    > grad labels
    1:6: error: `crossentropy` has no derivative, and it lies between `s` and
       `labels`
        1 | grad labels
          |      ^
    ```
    """#

  static let refusals = #"""
    ```patchwork
    > x = [1 2]; y = x * x; z = 3;
    > backward y [1 2 3]
    1:12: error: the upstream gradient has the shape 3, the value 2
        1 | backward y [1 2 3]
          |            ^ 3
    > backward (sum [1 2 3])
    1:10: error: there is nothing to differentiate by: all that y came from was
       written down
        1 | backward (sum [1 2 3])
          |          ^
       help: bind what the gradient is asked of to a name first: `x = [1 2 3]`
    > backward z
    1:10: error: this value is a leaf: it was not computed from others
        1 | backward z
          |          ^ scalar
       help: a literal, a file and random numbers are leaves; so is a value after
             `x[0] = 5`
    > backward (argmax y)
    1:10: error: this value is a leaf: it was not computed from others
        1 | backward (argmax y)
          |          ^ scalar
       help: a literal, a file and random numbers are leaves; so is a value after
             `x[0] = 5`
    > gradcheck y x=[1 2 3]
    1:15: error: the gradient claimed for `x` is 3, and `x` is 2
        1 | gradcheck y x=[1 2 3]
          |               ^ 3
    > gradcheck y q=3
    1:15: error: `q` has no value that a gradient could be checked of
        1 | gradcheck y q=3
          |               ^
    > gradcheck y z=3
    1:15: error: `y` does not depend on `z`
        1 | gradcheck y z=3
          |               ^
    > gradcheck y eps=0
    1:17: error: `eps` takes a number above 0
        1 | gradcheck y eps=0
          |                 ^
    > gradcheck y upstream=[1 2 3]
    1:22: error: the upstream gradient has the shape 3, the value 2
        1 | gradcheck y upstream=[1 2 3]
          |                      ^ 3
    > gradcheck z
    1:11: error: this value is a leaf: it was not computed from others
        1 | gradcheck z
          |           ^ scalar
       help: a literal, a file and random numbers are leaves; so is a value after
             `x[0] = 5`
    > gradcheck (sum [1 2])
    1:11: error: there is nothing to differentiate by: all that y came from was
       written down
        1 | gradcheck (sum [1 2])
          |           ^
       help: bind what the gradient is asked of to a name first: `x = [1 2 3]`
    > mutants y
    1:9: error: there are no mutants of `*`
        1 | mutants y
          |         ^
       help: `conv` and `pool` have some
    > mutants z
    1:9: error: this value is a leaf: it was not computed from others
        1 | mutants z
          |         ^ scalar
       help: a literal, a file and random numbers are leaves; so is a value after
             `x[0] = 5`
    > judge y
    1:7: error: there are no mutants of `*`
        1 | judge y
          |       ^
       help: `conv` and `pool` have some
    > mutants (conv (zeros 8x64x64x64) (zeros 64x64x3x3))
    1:9: error: 1,133,641,728 products are too many for the slow loops that mutants
       spoil
        1 | mutants (conv (zeros 8x64x64x64) (zeros 64x64x3x3))
          |         ^
       help: `judge` finds a test of a few pixels that catches more
    ```
    """#

  static let checks = #"""
    ```patchwork
    > x = reshape (arange 8) 2x4; k = reshape (arange 6) 2x3; y = conv x k pad=1;
    > gradcheck y
    leaf | shape  cells  h  error  at     gradient  numeric  verdict
    -----+----------------------------------------------------------
    x    | 2x4        8  1  abs 0  [0,0]    11.938   11.938  ok
         |                  rel 0  [0,0]    11.938   11.938
    k    | 2x3        6  1  abs 0  [0,0]     5.375    5.375  ok
         |                  rel 0  [0,0]     5.375    5.375

    adjoint | <u, J v>  <J'u, v>  apart by
    --------+-----------------------------
    x       |  -2.8438   -2.8438         0
    k       |   4.4297    4.4297         0
    y is linear in x and k: there h = 1 is exact.
    > backward y; g = grad x; g[1, 2] = 99;
    gradients for x 2x4, k 2x3
    > gradcheck y x=g
    leaf | shape  cells  h  error     at     gradient  numeric  verdict
    -----+-------------------------------------------------------------
    x    | 2x4        8  1  abs 84    [1,2]        99       15  WRONG
         |                  rel 0.85  [1,2]        99       15

    adjoint | <u, J v>  <J'u, v>  apart by
    --------+-----------------------------
    x       |    36.25     -84.5     120.8
    y is linear in x: there h = 1 is exact.
    u is that of the last `backward`.
    1:15: error: the gradient for `x` is wrong at [1,2]: 99, where differences give
       15
        1 | gradcheck y x=g
          |               ^
    > gradcheck y x=(grad x) k=(grad k)
    leaf | shape  cells  h  error  at     gradient  numeric  verdict
    -----+----------------------------------------------------------
    x    | 2x4        8  1  abs 0  [0,0]         8        8  ok
         |                  rel 0  [0,0]         8        8
    k    | 2x3        6  1  abs 0  [0,0]        18       18  ok
         |                  rel 0  [0,0]        18       18

    adjoint | <u, J v>  <J'u, v>  apart by
    --------+-----------------------------
    x       |    36.25     36.25         0
    k       |       90        90         0
    y is linear in x and k: there h = 1 is exact.
    u is that of the last `backward`.
    > gradcheck y x=(2 * grad x)
    leaf | shape  cells  h  error    at     gradient  numeric  verdict
    -----+------------------------------------------------------------
    x    | 2x4        8  1  abs 15   [0,1]        30       15  WRONG
         |                  rel 0.5  [0,0]        16        8

    adjoint | <u, J v>  <J'u, v>  apart by
    --------+-----------------------------
    x       |    36.25      72.5      36.2
    y is linear in x: there h = 1 is exact.
    u is that of the last `backward`.
    1:15: error: the gradient for `x` is wrong at [0,1]: 30, where differences give
       15, and 7 more
        1 | gradcheck y x=(2 * grad x)
          |               ^
    > gradcheck y fast=true x=g
    leaf | shape  h  <u, J v>  <J'u, v>  apart by  verdict
    -----+------------------------------------------------
    x    | 2x4    1     36.25     -84.5     120.8  WRONG
    y is linear in x: there h = 1 is exact.
    u is that of the last `backward`.
    1:25: error: the gradient for `x` is wrong: along a random direction it gives
       -84.5, where differences give 36.25
        1 | gradcheck y fast=true x=g
          |                         ^
    > u = reshape (arange 12) 3x4; gradcheck y upstream=u
    leaf | shape  cells  h  error  at     gradient  numeric  verdict
    -----+----------------------------------------------------------
    x    | 2x4        8  1  abs 0  [0,0]         7        7  ok
         |                  rel 0  [0,0]         7        7
    k    | 2x3        6  1  abs 0  [0,0]       172      172  ok
         |                  rel 0  [0,0]       172      172

    adjoint | <u, J v>  <J'u, v>  apart by
    --------+-----------------------------
    x       |   -75.75    -75.75         0
    k       |    676.5     676.5         0
    y is linear in x and k: there h = 1 is exact.
    u is as given.
    > p = pool [1 1; 0 1] 2x2 ties=all
    p: 1x1 f64  all 1
    > q = [1 1; 0 1]; p = pool q 2x2 ties=all; gradcheck p
    leaf | shape  cells      h  error  at     gradient  numeric  verdict
    -----+--------------------------------------------------------------
    q    | 2x2        4  1e-05  abs 0  [1,0]         0        0  WRONG
         |                      rel 0  [1,0]         0        0

    adjoint      | <u, J v>  <J'u, v>  apart by
    -------------+-----------------------------
    q            |   2.2969    6.6445       4.3
      v all ones |   1.3125    3.9375       2.6
    kink: p bends within reach of h at 3 cells of q, most at q[0,0]: the slope jumps
      from 0 to 1.3125, a gap of 1.3125, and the gradient is 1.3125.
    1:52: error: the gradient for `q` is wrong: along a random direction it gives
       6.6445, where differences give 2.2969
        1 | q = [1 1; 0 1]; p = pool q 2x2 ties=all; gradcheck p
          |                                                    ^
    > p = pool q 2x2 ties=split; gradcheck p
    leaf | shape  cells      h  error  at     gradient  numeric  verdict
    -----+--------------------------------------------------------------
    q    | 2x2        4  1e-05  abs 0  [1,0]         0        0  kink
         |                      rel 0  [1,0]         0        0

    adjoint      | <u, J v>  <J'u, v>    apart by
    -------------+-------------------------------
    q            |   2.2969    2.2148  0.082 kink
      v all ones |   1.3125    1.3125     1.3e-12
    kink: p bends within reach of h at 3 cells of q, most at q[0,0]: the slope jumps
      from 0 to 1.3125, a gap of 1.3125, and the gradient is 0.4375.
    > set dtype f32; a = [1 2 3]; b = 2 * a; gradcheck b
    leaf | shape  cells  h  error  at   gradient  numeric  verdict
    -----+--------------------------------------------------------
    a    | 3          3  1  abs 0  [0]     2.625    2.625  ok
         |                  rel 0  [0]     2.625    2.625

    adjoint | <u, J v>  <J'u, v>  apart by
    --------+-----------------------------
    a       |   6.7891    6.7891         0
    b is linear in a: there h = 1 is exact.
    ```
    """#
}
