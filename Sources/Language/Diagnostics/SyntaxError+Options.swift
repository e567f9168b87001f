extension SyntaxError.Cause {
  /// The texts of options that a verb does not take.
  var optionWording: Wording {
    switch self {
    case .unknownOption(let verb, let name): Self.unknownOption(verb, name)
    case .optionWithoutEquals(let name, let value):
      Wording(
        "`\(name)` is an option and needs a `=`", help: "did you mean `\(name)=\(value)`?")
    case .optionOfStatement(let name, let verb, let application, let option):
      Wording(
        "`\(name)` would belong to `\(verb)`, which has no such option",
        help: "put the application in brackets: (\(application ?? "\(verb) …")) \(option)")
    case .repeatedOption(let name, let first, let text):
      Wording(
        "the option `\(name)` is given twice", secondary: [.init("first as \(text)", at: first)])
    case .spacedEquals(let name):
      Wording("an option's `=` has no spaces around it", help: "write \(name)=value")
    case .missingValue(let name, let kind):
      Wording(
        "the option `\(name)` needs a value",
        help: "\(name) takes \(kind.form)" + (kind.explanation.map { "\n\($0)" } ?? ""))
    case .optionForm(let name, let kind, let given, let nearest):
      Wording(
        "`\(name)` takes \(kind.form), not \(given)",
        help: Self.didYouMean(nearest) ?? kind.explanation)
    case .operatorAfterValue(let name, let value, let symbol, let next):
      Wording(
        "the value of `\(name)` ends before `\(symbol)`",
        help: (value.map { "\(name)=(\($0) \(symbol) \(next)) computes the value; " } ?? "")
          + "spaces around `\(symbol)` apply it to the result")
    default: Wording("")
    }
  }

  private static func unknownOption(_ verb: VerbSignature, _ name: String) -> Wording {
    let message = "`\(verb.name)` has no option `\(name)`"
    for case .setting(let settings) in verb.operands.map(\.kind) {
      if settings.contains(where: { $0.name == name }) {
        return Wording(message, help: "a setting has no `=`: \(verb.name) \(name) value")
      }
    }
    let names = verb.options.map(\.name)
    if let nearest = Nearest.match(name, among: names) {
      return Wording(message, help: didYouMean(nearest))
    }
    return Wording(
      message, help: names.isEmpty ? "it has no options" : "it has \(list(names, "and"))")
  }
}
