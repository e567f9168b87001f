extension DiagnosticTests {
  /// What names says of lines that cannot work.
  static let names = [
    (
      "con x k",
      """
      1:1: error: unknown verb `con`
          1 | con x k
            | ^
         help: did you mean `concat`?
      """
    ),
    (
      "rleu",
      """
      1:1: error: unknown name `rleu`
          1 | rleu
            | ^
         help: did you mean `relu`?
      """
    ),
    (
      "y = rleu x",
      """
      1:5: error: unknown verb `rleu`
          1 | y = rleu x
            |     ^
         help: did you mean `relu`?
      """
    ),
    (
      "xx",
      """
      1:1: error: unknown name `xx`
          1 | xx
            | ^
         help: did you mean `x`?
      """
    ),
    (
      "shwo x",
      """
      1:1: error: unknown verb `shwo`
          1 | shwo x
            | ^
         help: did you mean `show`?
      """
    ),
    (
      "conv = 3",
      """
      1:1: error: `conv` is a verb and cannot be bound
          1 | conv = 3
            | ^
         help: choose another name: my_conv
      """
    ),
    (
      "expect = 3",
      """
      1:1: error: `expect` is a keyword and cannot be bound
          1 | expect = 3
            | ^
         help: choose another name: my_expect
      """
    ),
    (
      "x = relu",
      """
      1:5: error: `relu` lacks its operand x
          1 | x = relu
            |     ^
         help: relu x
      """
    ),
    (
      "\"text\"",
      """
      1:1: error: a value is due here, not text
          1 | "text"
            | ^
      """
    ),
  ]
}
