extension DiagnosticTests {
  /// What show says of lines that cannot work.
  static let showing = [
    (
      "show m rows=5",
      """
      1:13: error: this selects no rows: they go from 0 to 1
          1 | show m rows=5
            |             ^
      """
    ),
    (
      "show m rows=0:2:2",
      """
      1:13: error: `rows` takes one range
          1 | show m rows=0:2:2
            |             ^
         help: for example `rows=10:20`
      """
    ),
    (
      "show m rows=2:1",
      """
      1:13: error: this selects no rows: they go from 0 to 1
          1 | show m rows=2:1
            |             ^
      """
    ),
    (
      "show m columns=7:9",
      """
      1:16: error: this selects no columns: they go from 0 to 1
          1 | show m columns=7:9
            |                ^
      """
    ),
    (
      "show v rows=1",
      """
      1:13: error: a value of shape 3 has no rows to select
          1 | show v rows=1
            |             ^
      """
    ),
    (
      "show 3 columns=1",
      """
      1:16: error: a value of shape scalar has no columns to select
          1 | show 3 columns=1
            |                ^
      """
    ),
    (
      "show m as=heta",
      """
      1:11: error: `as` takes table, heat or image, not `heta`
          1 | show m as=heta
            |           ^
         help: did you mean `heat`?
      """
    ),
    (
      "show v as=heat",
      """
      1:6: error: a picture has rows and columns; this value's shape is 3
          1 | show v as=heat
            |      ^
      """
    ),
    (
      "show v as=image",
      """
      1:6: error: a picture has rows and columns; this value's shape is 3
          1 | show v as=image
            |      ^
      """
    ),
  ]
}
