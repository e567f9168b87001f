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
  static let all = [expect, param, time]

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
}
