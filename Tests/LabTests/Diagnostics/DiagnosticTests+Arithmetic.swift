extension DiagnosticTests {
  /// What arithmetic says of lines that cannot work.
  static let arithmetic = [
    (
      "sum x axis=3",
      """
      1:12: error: there is no axis 3
          1 | sum x axis=3
            |            ^
         help: the axes are 0 to 2, or -1 to -3 from the end
      """
    ),
    (
      "sum x axis=0:2",
      """
      1:12: error: `axis` takes numbers, not ranges
          1 | sum x axis=0:2
            |            ^
      """
    ),
    (
      "softmax x axis=4",
      """
      1:16: error: there is no axis 4
          1 | softmax x axis=4
            |                ^
         help: the axes are 0 to 2, or -1 to -3 from the end
      """
    ),
    (
      "max (zeros 0)",
      """
      1:5: error: a value of shape 0 has no cells to take the max of
          1 | max (zeros 0)
            |     ^
      """
    ),
    (
      "argmax (zeros 0x3) axis=0",
      """
      1:8: error: a value of shape 0x3 has no cells to take the argmax of
          1 | argmax (zeros 0x3) axis=0
            |        ^
      """
    ),
    (
      "mean x axis=-4",
      """
      1:13: error: there is no axis -4
          1 | mean x axis=-4
            |             ^
         help: the axes are 0 to 2, or -1 to -3 from the end
      """
    ),
    (
      "softmax 5",
      """
      1:9: error: a number has no axis -1
          1 | softmax 5
            |         ^
      """
    ),
    (
      "m + v",
      """
      1:1: error: shapes 2x2 and 3 do not combine: axis 1 differs
          1 | m + v
            | ^ 2x2     3
         help: lengths must be equal or 1, counted from the last
      """
    ),
    (
      "m @ v",
      """
      1:1: error: 2x2 @ 3: inner lengths differ
          1 | m @ v
            | ^ 2x2     3
      """
    ),
    (
      "m @ [1 2 3; 4 5 6; 7 8 9]",
      """
      1:1: error: 2x2 @ 3x3: inner lengths differ
          1 | m @ [1 2 3; 4 5 6; 7 8 9]
            | ^ 2x2     3x3
      """
    ),
    (
      "[1 2 3; 4 5 6] @ [1 2 3; 4 5 6]",
      """
      1:1: error: 2x3 @ 2x3: inner lengths differ
          1 | [1 2 3; 4 5 6] @ [1 2 3; 4 5 6]
            | ^ 2x3     2x3
         help: `left @ (transpose right)` fits
      """
    ),
    (
      "m @ 3",
      """
      1:1: error: @ multiplies matrices, not numbers
          1 | m @ 3
            | ^ 2x2     scalar
         help: `*` scales by a number
      """
    ),
    (
      "einsum \"ij\" m m",
      """
      1:8: error: the formula has 1 term for 2 operands
          1 | einsum "ij" m m
            |        ^
      """
    ),
    (
      "einsum \"ij,jk,kl\" m m m",
      """
      1:8: error: the formula does not read: it has 3 operands; one or two work
          1 | einsum "ij,jk,kl" m m m
            |        ^
         help: for example "ij,jk->ik"
      """
    ),
    (
      "einsum \"i1\" m",
      """
      1:8: error: the formula does not read: `1` is not a letter
          1 | einsum "i1" m
            |        ^
         help: for example "ij,jk->ik"
      """
    ),
    (
      "einsum \"i->j->k\" m",
      """
      1:8: error: the formula does not read: it has two arrows
          1 | einsum "i->j->k" m
            |        ^
         help: for example "ij,jk->ik"
      """
    ),
    (
      "einsum \"ijk\" m",
      """
      1:8: error: `ijk` has 3 letters for a value of shape 2x2
          1 | einsum "ijk" m
            |        ^
      """
    ),
    (
      "einsum \"ii\" [1 2 3; 4 5 6]",
      """
      1:8: error: `i` stands for 2 and for 3
          1 | einsum "ii" [1 2 3; 4 5 6]
            |        ^
      """
    ),
    (
      "einsum \"ij->k\" m",
      """
      1:8: error: `k` comes after the arrow only
          1 | einsum "ij->k" m
            |        ^
      """
    ),
    (
      "einsum \"ij->ii\" m",
      """
      1:8: error: `i` comes twice after the arrow
          1 | einsum "ij->ii" m
            |        ^
      """
    ),
    (
      "einsum \"ij,jk\" m [1 2 3; 4 5 6; 7 8 9]",
      """
      1:8: error: `j` stands for 2 and for 3
          1 | einsum "ij,jk" m [1 2 3; 4 5 6; 7 8 9]
            |        ^
      """
    ),
    (
      "accuracy v v",
      """
      1:10: error: scores: 2 dimensions are due, not 1
          1 | accuracy v v
            |          ^ 3
         help: scores come first, a row a picture, a column a class: `reshape scores
               1x3` is a row
      """
    ),
    (
      "accuracy m v",
      """
      1:10: error: 2x2 and 3 differ in their first length
          1 | accuracy m v
            |          ^ 2x2     3
         help: a class number for each row of scores, 2 of them, or rows as `onehot`
               makes them, 2x2
      """
    ),
    (
      "accuracy m 3",
      """
      1:12: error: labels: 1 or 2 dimensions are due, not 0
          1 | accuracy m 3
            |            ^ scalar
         help: labels are a list, a class number for each row of scores: [3]
      """
    ),
    (
      "accuracy m [1 2]",
      """
      1:12: error: label 2 is out of range
          1 | accuracy m [1 2]
            |            ^
         help: from 0 to 1; labels that count from 1 need `labels - 1`
      """
    ),
    (
      "accuracy m [1 2; 3 4; 5 6]",
      """
      1:10: error: 2x2 and 3x2 differ in their first length
          1 | accuracy m [1 2; 3 4; 5 6]
            |          ^ 2x2     3x2
         help: a class number for each row of scores, 2 of them, or rows as `onehot`
               makes them, 2x2
      """
    ),
    (
      "accuracy m [1 2 3; 4 5 6]",
      """
      1:10: error: shapes 2x2 and 2x3 differ
          1 | accuracy m [1 2 3; 4 5 6]
            |          ^ 2x2     2x3
         help: a class number for each row of scores, 2 of them, or rows as `onehot`
               makes them, 2x2
      """
    ),
    (
      "crossentropy m [0.5 1]",
      """
      1:16: error: a whole number is due here, not 0.5
          1 | crossentropy m [0.5 1]
            |                ^
         help: class numbers are whole: 0, 1, 2 and so on
      """
    ),
    (
      "crossentropy m [0; 1]",
      """
      1:14: error: shapes 2x2 and 2x1 differ
          1 | crossentropy m [0; 1]
            |              ^ 2x2     2x1
         help: `reshape labels [2]` has a class number for each row
      """
    ),
    (
      "crossentropy (rand 2x3x4x4) [0 1]",
      """
      1:14: error: scores: 2 dimensions are due, not 4
          1 | crossentropy (rand 2x3x4x4) [0 1]
            |              ^ 2x3x4x4
         help: a row a picture, a column a class: `reshape scores [2, -1]`
      """
    ),
  ]
}
