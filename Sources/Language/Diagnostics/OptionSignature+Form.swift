extension OptionSignature.Kind {
  /// What is taken, as messages say it: `true or false`.
  public var form: String {
    switch self {
    case .integer: "a whole number such as 2"
    case .number: "a number such as 0.5"
    case .boolean: "true or false"
    case .extent: "2 or 2x1"
    case .padding: "1, 1x2, 0x1x0x1, " + SyntaxError.Cause.list(OptionSignature.paddingWords, "or")
    case .words(let words): SyntaxError.Cause.list(words, "or")
    case .value, .any: "a value"
    case .text: "text in double quotes"
    case .file: "a file name in double quotes"
    case .indexList: "indices such as 1,2 or 10:20"
    }
  }

  /// What the numbers of the form mean, where that is not plain.
  var explanation: String? {
    switch self {
    case .extent: "2x1 is rows x columns"
    case .padding: "1x2 is rows x columns, 0x1x0x1 is top x left x bottom x right"
    default: nil
    }
  }
}
