extension GradientRecordings {
  /// `mutants` on the configurations that the five sources test, and on pools.
  static let mutants = #"""
    ```patchwork
    > seed 1; z = rand 32x32; k = randn 3x3; o = conv z k pad=same;
    > mutants o
    mutant             | what it is                       seen in  caught by
    -------------------+--------------------------------------------------------------
    = for +=           | overlapping patches overwrite    numpy    14.7 at [0,0,27,18]
    stride lost        | patches one pixel apart          cs231n   SLIPS THROUGH
    floor(i/width*s)   | a patch's row, rounded late      004      SLIPS THROUGH
    left-over lost     | what no window read is missing   004      SLIPS THROUGH
    crop by one        | whatever the padding             004      SLIPS THROUGH
    wrong axes cropped | images and channels are cut      001      shape 0x0x34x34
    u reshaped         | NxO read as OxN, not transposed  001      SLIPS THROUGH
    images' order      | columns as position, image       cs231n   SLIPS THROUGH
    kernel not flipped | correlated as it is              002      23.4 at [0,0,28,16]
    channels kept      | k[c,o] where k[o,c] is due       002      SLIPS THROUGH
    u not dilated      | no zeros for the stride          002      SLIPS THROUGH
    left-over not put  | what no window read is missing   003      SLIPS THROUGH
    pad k-1            | whatever the padding             003      shape 1x1x34x34
    pad p              | and k-1 where p is 0             003      SLIPS THROUGH
    mean for sum       | kernel gradient divided by N              SLIPS THROUGH
    bias axes          | summed to one number an image             - no bias
    A gradient check of o catches 4 of 15, and 11 slip through; `judge o` finds a
      test that catches all.
    > seed 1; x = randn 1x3x4x4; k = randn 2x3x2x2; b = randn 2; y = conv x k b;
    > mutants y
    mutant             | what it is                       seen in  caught by
    -------------------+------------------------------------------------------------
    = for +=           | overlapping patches overwrite    numpy    3 at [0,1,2,1]
    stride lost        | patches one pixel apart          cs231n   SLIPS THROUGH
    floor(i/width*s)   | a patch's row, rounded late      004      SLIPS THROUGH
    left-over lost     | what no window read is missing   004      SLIPS THROUGH
    crop by one        | whatever the padding             004      shape 1x3x2x2
    wrong axes cropped | images and channels are cut      001      SLIPS THROUGH
    u reshaped         | NxO read as OxN, not transposed  001      SLIPS THROUGH
    images' order      | columns as position, image       cs231n   SLIPS THROUGH
    kernel not flipped | correlated as it is              002      2.9 at [0,0,1,3]
    channels kept      | k[c,o] where k[o,c] is due       002      3 channels meet 2
    u not dilated      | no zeros for the stride          002      SLIPS THROUGH
    left-over not put  | what no window read is missing   003      SLIPS THROUGH
    pad k-1            | whatever the padding             003      SLIPS THROUGH
    pad p              | and k-1 where p is 0             003      SLIPS THROUGH
    mean for sum       | kernel gradient divided by N              SLIPS THROUGH
    bias axes          | summed to one number an image             shape 1
    A gradient check of y catches 5 of 16, and 11 slip through; `judge y` finds a
      test that catches all.
    > seed 1; im = rand 2x10x11x5; weights = rand 2x3x5x4; out = conv im weights layout=nhwc;
    > mutants out
    mutant             | what it is                       seen in  caught by
    -------------------+------------------------------------------------------------
    = for +=           | overlapping patches overwrite    numpy    8.1 at [1,0,1,1]
    stride lost        | patches one pixel apart          cs231n   SLIPS THROUGH
    floor(i/width*s)   | a patch's row, rounded late      004      SLIPS THROUGH
    left-over lost     | what no window read is missing   004      SLIPS THROUGH
    crop by one        | whatever the padding             004      shape 2x5x8x9
    wrong axes cropped | images and channels are cut      001      SLIPS THROUGH
    u reshaped         | NxO read as OxN, not transposed  001      10.9 at [1,0,6,7]
    images' order      | columns as position, image       cs231n   12.8 at [0,2,6,7]
    kernel not flipped | correlated as it is              002      6 at [1,0,1,1]
    channels kept      | k[c,o] where k[o,c] is due       002      5 channels meet 4
    u not dilated      | no zeros for the stride          002      SLIPS THROUGH
    left-over not put  | what no window read is missing   003      SLIPS THROUGH
    pad k-1            | whatever the padding             003      SLIPS THROUGH
    pad p              | and k-1 where p is 0             003      SLIPS THROUGH
    mean for sum       | kernel gradient divided by N              9.9 at [0,3,1,2]
    bias axes          | summed to one number an image             - no bias
    A gradient check of out catches 7 of 15, and 8 slip through; `judge out` finds a
      test that catches all.
    > seed 1; x = rand 4x3x12x10; w = randn 8x3x3x3; b = zeros 8; out = conv x w b stride=2 pad=1;
    > mutants out
    mutant             | what it is                       seen in  caught by
    -------------------+------------------------------------------------------------
    = for +=           | overlapping patches overwrite    numpy    13.6 at [0,0,5,3]
    stride lost        | patches one pixel apart          cs231n   43.5 at [0,1,3,1]
    floor(i/width*s)   | a patch's row, rounded late      004      19.6 at [3,2,2,7]
    left-over lost     | what no window read is missing   004      SLIPS THROUGH
    crop by one        | whatever the padding             004      SLIPS THROUGH
    wrong axes cropped | images and channels are cut      001      shape 2x1x14x12
    u reshaped         | NxO read as OxN, not transposed  001      30.8 at [0,0,7,1]
    images' order      | columns as position, image       cs231n   23.8 at [3,1,1,7]
    kernel not flipped | correlated as it is              002      28.4 at [0,0,7,1]
    channels kept      | k[c,o] where k[o,c] is due       002      3 channels meet 8
    u not dilated      | no zeros for the stride          002      shape 4x3x6x5
    left-over not put  | what no window read is missing   003      shape 4x3x11x9
    pad k-1            | whatever the padding             003      shape 4x3x14x12
    pad p              | and k-1 where p is 0             003      SLIPS THROUGH
    mean for sum       | kernel gradient divided by N              17.9 at [0,2,2,0]
    bias axes          | summed to one number an image             shape 4
    A gradient check of out catches 13 of 16, and 3 slip through; `judge out` finds
      a test that catches all.
    > seed 1; im = randn 3x4x4; w = randn 1x3x2x2; b = randn 1; a = conv im w b;
    > mutants a
    mutant             | what it is                       seen in  caught by
    -------------------+------------------------------------------------------------
    = for +=           | overlapping patches overwrite    numpy    1.7 at [0,2,1,1]
    stride lost        | patches one pixel apart          cs231n   SLIPS THROUGH
    floor(i/width*s)   | a patch's row, rounded late      004      SLIPS THROUGH
    left-over lost     | what no window read is missing   004      SLIPS THROUGH
    crop by one        | whatever the padding             004      shape 1x3x2x2
    wrong axes cropped | images and channels are cut      001      SLIPS THROUGH
    u reshaped         | NxO read as OxN, not transposed  001      SLIPS THROUGH
    images' order      | columns as position, image       cs231n   SLIPS THROUGH
    kernel not flipped | correlated as it is              002      2.7 at [0,1,0,1]
    channels kept      | k[c,o] where k[o,c] is due       002      3 channels meet 1
    u not dilated      | no zeros for the stride          002      SLIPS THROUGH
    left-over not put  | what no window read is missing   003      SLIPS THROUGH
    pad k-1            | whatever the padding             003      SLIPS THROUGH
    pad p              | and k-1 where p is 0             003      SLIPS THROUGH
    mean for sum       | kernel gradient divided by N              SLIPS THROUGH
    bias axes          | summed to one number an image             SLIPS THROUGH
    A gradient check of a catches 4 of 16, and 12 slip through; `judge a` finds a
      test that catches all.
    > p = pool im 2x2;
    > mutants p
    mutant             | what it is                       seen in     caught by
    -------------------+--------------------------------------------------------------
    = for +=           | overlapping patches overwrite    numpy       SLIPS THROUGH
    stride lost        | patches one pixel apart          cs231n      1 at [0,0,1,1]
    floor(i/width*s)   | a patch's row, rounded late      004         past the end
    left-over lost     | what no window read is missing   004         SLIPS THROUGH
    crop by one        | whatever the padding             004         shape 1x3x2x2
    wrong axes cropped | images and channels are cut      001         SLIPS THROUGH
    u reshaped         | NxO read as OxN, not transposed  001         SLIPS THROUGH
    ties to all        | every largest pixel gets it      tensorflow  SLIPS THROUGH
    whole window       | every pixel gets it                          1.5 at [0,0,0,1]
    padding is 0       | it beats negative pixels                     SLIPS THROUGH
    A gradient check of p catches 4 of 10, and 6 slip through; `judge p` finds a
      test that catches all.
    > p = pool (relu im) 3x3 stride=2 pad=1 ceil=true;
    > mutants p
    mutant             | what it is                       seen in     caught by
    -------------------+---------------------------------------------------------------
    = for +=           | overlapping patches overwrite    numpy       4.3 at [0,2,1,3]
    stride lost        | patches one pixel apart          cs231n      5 at [0,2,1,3]
    floor(i/width*s)   | a patch's row, rounded late      004         1.5 at [0,2,2,3]
    left-over lost     | what no window read is missing   004         SLIPS THROUGH
    crop by one        | whatever the padding             004         shape 1x3x5x5
    wrong axes cropped | images and channels are cut      001         shape 0x1x7x7
    u reshaped         | NxO read as OxN, not transposed  001         SLIPS THROUGH
    ties to all        | every largest pixel gets it      tensorflow  0.92 at [0,2,3,2]
    whole window       | every pixel gets it                          3.4 at [0,2,1,1]
    padding is 0       | it beats negative pixels                     0.38 at [0,2,3,0]
    A gradient check of p catches 8 of 10, and 2 slip through; `judge p` finds a
      test that catches all.
    > p = pool im 2x2 kind=avg stride=1;
    > mutants p
    mutant              | what it is                       seen in  caught by
    --------------------+-----------------------------------------------------------
    = for +=            | overlapping patches overwrite    numpy    1.1 at [0,2,1,2]
    stride lost         | patches one pixel apart          cs231n   SLIPS THROUGH
    floor(i/width*s)    | a patch's row, rounded late      004      SLIPS THROUGH
    left-over lost      | what no window read is missing   004      SLIPS THROUGH
    crop by one         | whatever the padding             004      shape 1x3x2x2
    wrong axes cropped  | images and channels are cut      001      SLIPS THROUGH
    u reshaped          | NxO read as OxN, not transposed  001      SLIPS THROUGH
    not divided         | every pixel gets all of it                3.7 at [0,2,1,2]
    padding not counted | divided by the pixels alone               SLIPS THROUGH
    A gradient check of p catches 3 of 9, and 6 slip through; `judge p` finds a test
      that catches all.
    > judge p
    # 96 products catch all 9 mutants:
    seed 1; x = randn 2x2x2x6
    y = pool x 2x3 kind=avg stride=2 pad=1x0
    mutants y
    ```
    """#
}
