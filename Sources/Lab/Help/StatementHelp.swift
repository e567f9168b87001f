import Language

/// What `help` says of a statement that begins with a keyword and is no verb.
struct StatementHelp: Sendable {
  /// The keyword.
  let keyword: Keyword
  /// How it is written, a form a line.
  let forms: [String]
  /// One sentence.
  let summary: String
  /// Examples with what they print.
  let examples: [VerbExample]

  /// Those there are, in the order of the overview.
  static let all = [expect, param, time, `repeat`, `for`, def]

  /// The help about a word; nil if it is no such keyword.
  static func named(_ word: String) -> StatementHelp? { all.first { $0.keyword.rawValue == word } }

  private static let expect = StatementHelp(
    keyword: .expect,
    forms: [
      "expect a == b        also != < <= > >=", "expect a ~ b tol=", "expect fails statement",
    ],
    summary: """
      fails unless the comparison holds for every cell: `~` allows |a - b| <= tol (1 + |b|), \
      and `fails` wants the statement to fail
      """,
    examples: [
      VerbExample("expect (sum [1 2; 3 4]) == 10", output: ""),
      VerbExample("expect [1 2] ~ [1 2.2] tol=0.1", output: ""),
      VerbExample("expect fails reshape (arange 6) 4x2", output: ""),
    ])

  private static let param = StatementHelp(
    keyword: .param, forms: ["param name = value"],
    summary: """
      binds a name unless the command line, or the line that runs the script, gives it another \
      value: name=value
      """,
    examples: [
      VerbExample(
        "param epochs = 5",
        output: "epochs: scalar f64  5")
    ])

  private static let time = StatementHelp(
    keyword: .time, forms: ["time statement"],
    summary: "runs a statement and prints how long it took",
    examples: [])

  private static let `repeat` = StatementHelp(
    keyword: .repeat, forms: ["repeat count watch= … end"],
    summary: """
      runs the lines up to `end` so often; a stop ends it after a whole round, and `watch=loss` goes \
      with the progress
      """,
    examples: [
      VerbExample("x = 1;\nrepeat 10\n  x = 2 * x\nend\nx", output: "1024")
    ])

  private static let `for` = StatementHelp(
    keyword: .for, forms: ["for i in first:end step= watch= … end"],
    summary: "runs the lines up to `end` with a name counting up, the end left out",
    examples: [
      VerbExample("for i in 0:3\n  say i (i ^ 2)\nend", output: "0 0\n1 1\n2 4")
    ])

  private static let def = StatementHelp(
    keyword: .def, forms: ["def name x k … end"],
    summary: """
      makes a verb of the lines up to `end`: it gives the last expression, and the names bound in it \
      are its own
      """,
    examples: [
      VerbExample(
        "def edges x\n  abs (conv x [-1 1;])\nend\nedges [1 1 4 4; 0 2 2 0]",
        output: """
            | 0  1  2
          --+--------
          0 | 0  3  0
          1 | 2  0  2
          """)
    ])
}
