extension OperandSignature.Kind {
  /// What is taken, as messages say it: `a name`.
  var form: String {
    switch self {
    case .value, .shape, .any: "a value"
    case .text: "text in double quotes"
    case .file: "a file name in double quotes"
    case .cell: "a value such as y[0, 0, 1, 2]"
    case .name: "a name"
    case .word(let words): SyntaxError.Cause.list(words, "or")
    case .verb, .call, .anyCall: "a verb"
    case .setting: "a setting"
    }
  }
}
