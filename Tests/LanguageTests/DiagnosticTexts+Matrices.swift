extension DiagnosticTexts {
  static let matrices: [(String, String)] = [
    (
      "1:3",
      #"""
      t.pw:1:2: error: a range stands only in an index, an option or `for`
          1 | 1:3
            |  ^
         help: x[0:3], show x rows=0:3, for i in 0:3
      """#
    ),
    (
      "x[]",
      #"""
      t.pw:1:2: error: the index is empty
          1 | x[]
            |  ^
         help: x[0, :] picks the first row
      """#
    ),
    (
      "x[1 2]",
      #"""
      t.pw:1:5: error: expected `,` or `]` in an index
          1 | x[1 2]
            |     ^
         help: a bracket that touches a name is an index; put a space before it for a
               matrix
      """#
    ),
    (
      "x[1;2]",
      #"""
      t.pw:1:4: error: expected `,` or `]` in an index
          1 | x[1;2]
            |    ^
         help: a bracket that touches a name is an index; put a space before it for a
               matrix
      """#
    ),
    (
      "[]",
      #"""
      t.pw:1:1: error: a matrix needs at least one element
          1 | []
            | ^
      """#
    ),
    (
      "[;1]",
      #"""
      t.pw:1:2: error: a row of the matrix is empty
          1 | [;1]
            |  ^
      """#
    ),
    (
      "[1;;2]",
      #"""
      t.pw:1:4: error: a row of the matrix is empty
          1 | [1;;2]
            |    ^
      """#
    ),
    (
      "[1 2; 3]",
      #"""
      t.pw:1:7: error: rows of different lengths: row 1 has 2 elements, row 2 has 1
         element
          1 | [1 2; 3]
            |       ^ 1 element     row 1: 2 elements
      """#
    ),
    (
      "[[1, 2], [3]]",
      #"""
      t.pw:1:10: error: rows of different lengths: row 1 has 2 elements, row 2 has 1
         element
          1 | [[1, 2], [3]]
            |          ^ 1 element     row 1: 2 elements
      """#
    ),
    (
      "[[[1],[2]],[[3,4],[5,6]]]",
      #"""
      t.pw:1:12: error: rows of different lengths: row 1 has 2x1, row 2 has 2x2
          1 | [[[1],[2]],[[3,4],[5,6]]]
            |            ^ 2x2     row 1: 2x1
      """#
    ),
    (
      "[[1], 2]",
      #"""
      t.pw:1:7: error: rows and single elements are mixed
          1 | [[1], 2]
            |       ^
         help: [[1, 2], [3, 4]] has two rows
      """#
    ),
    (
      "[1, [2]]",
      #"""
      t.pw:1:5: error: rows and single elements are mixed
          1 | [1, [2]]
            |     ^
         help: [[1, 2], [3, 4]] has two rows
      """#
    ),
    (
      "[[1]; [2]]",
      #"""
      t.pw:1:2: error: `;` between rows that have brackets of their own
          1 | [[1]; [2]]
            |  ^
         help: write [1 2; 3 4] or [[1, 2], [3, 4]]
      """#
    ),
    (
      "[1 2\n 3 4]",
      #"""
      t.pw:1:4: error: a line break alone does not separate the elements of a matrix
          1 | [1 2
            |    ^
         help: end a row with `;`, or a line within a row with `,`
      """#
    ),
    (
      "pool x 2 scale=[1]",
      #"""
      t.pw:1:16: error: `scale` takes a number such as 0.5, not a matrix
          1 | pool x 2 scale=[1]
            |                ^
      """#
    ),
    (
      "[1 2][0]",
      #"""
      t.pw:1:6: error: a matrix literal takes no index
          1 | [1 2][0]
            |      ^
         help: put it in brackets: ([1 2; 3 4])[0, :]
      """#
    ),
  ]
}
