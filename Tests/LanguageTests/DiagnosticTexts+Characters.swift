extension DiagnosticTexts {
  static let characters: [(String, String)] = [
    (
      "a\u{0}b",
      #"""
      t.pw:1:2: error: a NUL byte: this is not a text file
          1 | a\x00b
            |  ^
      """#
    ),
    (
      "x = \u{1B}[2J",
      #"""
      t.pw:1:5: error: the control character \x1b cannot stand here
          1 | x = \x1b[2J
            |     ^
      """#
    ),
    (
      "x − 1",
      #"""
      t.pw:1:3: error: the character `−` is not part of the language
          1 | x − 1
            |   ^
         help: a minus is written -
      """#
    ),
    (
      "3×3",
      #"""
      t.pw:1:2: error: the character `×` is not part of the language
          1 | 3×3
            |  ^
         help: * multiplies, and the extents of a shape are joined by the letter x:
               3x3
      """#
    ),
    (
      "“a”",
      #"""
      t.pw:1:1: error: the character `“` is not part of the language
          1 | “a”
            | ^
         help: text stands between straight quotes: "text"
      """#
    ),
    (
      "x = 5 \\ y",
      #"""
      t.pw:1:7: error: `\` continues a line only as its last character
          1 | x = 5 \ y
            |       ^
         help: delete what follows, or put file names and text in quotes
      """#
    ),
    (
      "x \\",
      #"""
      t.pw:1:3: error: `\` continues the line, but the text ends here
          1 | x \
            |   ^
      """#
    ),
    (
      "say \"abc",
      #"""
      t.pw:1:5: error: the text is not closed on its line
          1 | say "abc
            |     ^
         help: close it with "
      """#
    ),
    (
      "\"a\\qb\"",
      #"""
      t.pw:1:3: error: unknown escape
          1 | "a\qb"
            |   ^
         help: a backslash is written \\; also known are \" \n and \t
      """#
    ),
    (
      "3x3x",
      #"""
      t.pw:1:1: error: `3x3x` is neither a number nor a name
          1 | 3x3x
            | ^
         help: `[3, 3, -1]` is a list of lengths, which may have names and -1 in it
      """#
    ),
    (
      "3X3",
      #"""
      t.pw:1:1: error: `3X3` is neither a number nor a name
          1 | 3X3
            | ^
         help: the extents of a shape are joined by a small x: 3x3
      """#
    ),
    (
      "2y = 1",
      #"""
      t.pw:1:1: error: `2y` is neither a number nor a name
          1 | 2y = 1
            | ^
         help: names begin with a letter; numbers are written 5, 0.5 or 1e-9, shapes
               3x3
      """#
    ),
    (
      "1.2.3",
      #"""
      t.pw:1:1: error: `1.2.3` is neither a number nor a name
          1 | 1.2.3
            | ^
         help: names begin with a letter; numbers are written 5, 0.5 or 1e-9, shapes
               3x3
      """#
    ),
    (
      "x)",
      #"""
      t.pw:1:2: error: `)` closes nothing
          1 | x)
            |  ^
      """#
    ),
    (
      "(1]",
      #"""
      t.pw:1:3: error: `]` cannot close `(`
          1 | (1]
            |   ^ `(` is open
      """#
    ),
    (
      "(\n1]",
      #"""
      t.pw:2:2: error: `]` cannot close `(`
          2 | 1]
            |  ^
          1 | (
            | ^ `(` is open
      """#
    ),
    (
      "1x2x3x4x5x6x7x8x9",
      #"""
      t.pw:1:16: error: more than 8 dimensions
          1 | 1x2x3x4x5x6x7x8x9
            |                ^
      """#
    ),
    (
      "99999999999999999999x2",
      #"""
      t.pw:1:1: error: an extent of 99999999999999999999x2 is too large
          1 | 99999999999999999999x2
            | ^
      """#
    ),
    (
      "1e999",
      #"""
      t.pw:1:1: error: the number 1e999 is too large for f64
          1 | 1e999
            | ^
      """#
    ),
    (
      "relu x )",
      #"""
      t.pw:1:8: error: `)` closes nothing
          1 | relu x )
            |        ^
      """#
    ),
    (
      "x = \"a\u{7}b\"",
      #"""
      t.pw:1:7: error: the control character \x07 cannot stand here
          1 | x = "a\x07b"
            |       ^
      """#
    ),
    (
      "\u{85}",
      #"""
      t.pw:1:1: error: the control character \u{85} cannot stand here
          1 | \u{85}
            | ^
      """#
    ),
    (
      "y = x ] + 1",
      #"""
      t.pw:1:7: error: `]` closes nothing
          1 | y = x ] + 1
            |       ^
      """#
    ),
    (
      "load \"a",
      #"""
      t.pw:1:6: error: the text is not closed on its line
          1 | load "a
            |      ^
         help: close it with "
      """#
    ),
    (
      "relu \u{2212}x",
      #"""
      t.pw:1:6: error: the character `−` is not part of the language
          1 | relu −x
            |      ^
         help: a minus is written -
      """#
    ),
    (
      "x..y",
      #"""
      t.pw:1:2: error: the character `.` is not part of the language
          1 | x..y
            |  ^
         help: a number is written 0.5, and + - * / ^ already work cell by cell
      """#
    ),
    (
      "a & b",
      #"""
      t.pw:1:3: error: the character `&` is not part of the language
          1 | a & b
            |   ^
      """#
    ),
    (
      "a ! b",
      #"""
      t.pw:1:3: error: the character `!` is not part of the language
          1 | a ! b
            |   ^
         help: not equal is written !=
      """#
    ),
    (
      "\u{2013}1",
      #"""
      t.pw:1:1: error: the character `–` is not part of the language
          1 | –1
            | ^
         help: a minus is written -
      """#
    ),
    (
      "x ** y",
      #"""
      t.pw:1:4: error: `**` is not an operator
          1 | x ** y
            |    ^
         help: a power is written x^2
      """#
    ),
    (
      "// comment",
      #"""
      t.pw:1:1: error: `//` is not an operator
          1 | // comment
            | ^
         help: `/` divides; a comment starts with #
      """#
    ),
    (
      "x % y",
      #"""
      t.pw:1:3: error: the character `%` is not part of the language
          1 | x % y
            |   ^
         help: a comment starts with #
               there is no remainder; `for i in 0:100 step=10` takes every tenth
      """#
    ),
    (
      "x = 'a'",
      #"""
      t.pw:1:5: error: the character `'` is not part of the language
          1 | x = 'a'
            |     ^
         help: text stands between double quotes: "text"
      """#
    ),
    (
      "y = {1}",
      #"""
      t.pw:1:5: error: the character `{` is not part of the language
          1 | y = {1}
            |     ^
         help: a matrix stands between [ and ]
      """#
    ),
    (
      "a\u{A0}b",
      #"""
      t.pw:1:2: error: the character U+00A0 is not part of the language
          1 | a b
            |  ^
         help: write an ordinary space
      """#
    ),
    (
      "a\u{200B}b",
      #"""
      t.pw:1:2: error: the character U+200B is not part of the language
          1 | a\u{200b}b
            |  ^
         help: it is invisible: delete it
      """#
    ),
    (
      "x²",
      #"""
      t.pw:1:2: error: the character `²` is not part of the language
          1 | x²
            |  ^
         help: the square of x is written x^2
      """#
    ),
    (
      "\u{FF11}",
      #"""
      t.pw:1:1: error: the character `１` is not part of the language
          1 | １
            | ^
         help: write 1, the narrow form
      """#
    ),
  ]
}
