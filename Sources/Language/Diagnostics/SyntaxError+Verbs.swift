extension SyntaxError.Cause {
  /// The texts of verbs with operands that they do not take.
  var verbWording: Wording {
    switch self {
    case .unknownVerb(let word, let nearest):
      Wording("unknown verb `\(word)`", help: Idiom.help(for: word) ?? Self.didYouMean(nearest))
    case .missingOperator(let name):
      Wording("`\(name)` is a value; an operator is missing between two values")
    case .definedBelow(let word):
      Wording("`\(word)` is used above its `def`", help: "a `def` stands above all its uses")
    case .commandInExpression(let verb):
      Wording(
        "`\(verb.name)` makes a statement of its own and gives no value",
        help: verb.isUserDefined
          ? "a `def` gives the value of its last statement if that is an expression" : nil)
    case .verbAsOperand(let verb):
      Wording(
        "the verb `\(verb)` is not an operand",
        help: "put an application in brackets to use its value: (\(verb) …)")
    case .missingOperands(let verb, let operands):
      Wording(
        "`\(verb.name)` lacks " + (operands.count == 1 ? "its operand " : "its operands ")
          + Self.list(operands.map(Self.operandName), "and"), help: verb.usage)
    case .tooManyOperands(let verb, let position, let bracketed):
      Self.tooManyOperands(verb, position: position, bracketed: bracketed)
    case .operatorAfterOperand(let verb, let bracketed):
      Wording(
        "an operator among the operands of `\(verb)` needs brackets",
        help: bracketed.map { "write \($0)" } ?? "texts have no operators: they stand side by side")
    case .operandForm(let verb, let operand, let given, let help):
      Wording(
        "`\(verb)` takes \(operand.kind.form) as its operand \(Self.operandName(operand)), "
          + "not \(given)", help: help)
    case .unknownWord(let verb, let word, let words):
      Wording(
        "`\(verb)` takes \(Self.list(words, "or")), not `\(word)`",
        help: Self.didYouMean(Nearest.match(word, among: words)))
    case .unknownVerbOperand(let word, let nearest):
      Wording("there is no verb `\(word)`", help: Self.didYouMean(nearest))
    case .verbWanted(let verb, let given):
      Wording("`\(verb)` takes a verb here, not \(given)")
    default: Wording("")
    }
  }

  private static func tooManyOperands(
    _ verb: VerbSignature, position: Int, bracketed: String?
  ) -> Wording {
    let names = list(verb.operands.map(operandName), "and")
    let isExact = verb.operands.allSatisfy { $0.presence == .required }
    let count = verb.operands.count == 1 ? "1 operand" : "\(verb.operands.count) operands"
    if verb.endsInFile {
      return Wording(
        "`\(verb.name)` takes nothing behind its operand \(operandName(verb.operands[verb.operands.count - 1]))",
        note: "operand \(position + 1)", help: verb.usage)
    }
    let takes =
      verb.operands.isEmpty ? "no operands" : (isExact ? "" : "at most ") + "\(count), \(names)"
    return Wording(
      "`\(verb.name)` takes \(takes)",
      note: bracketed == nil
        ? "operand \(position + 1)" : "this minus makes operand \(position + 1)",
      help: bracketed ?? verb.usage)
  }
}
