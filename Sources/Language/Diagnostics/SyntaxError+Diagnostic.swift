import Text

extension SyntaxError {
  /// The error as text: the one place where the wording of this room is decided.
  var diagnostic: Diagnostic {
    let wording = cause.wording
    return Diagnostic(
      wording.message, at: span, note: wording.note, secondary: wording.secondary,
      help: wording.help)
  }
}

/// The texts of a diagnostic, before it has a place.
private struct Wording {
  var message: String
  var note: String
  var secondary: [Diagnostic.Note] = []
  var help: String?

  init(
    _ message: String, note: String = "", secondary: [Diagnostic.Note] = [], help: String? = nil
  ) {
    self.message = message
    self.note = note
    self.secondary = secondary
    self.help = help
  }
}

extension SyntaxError.Cause {
  fileprivate var wording: Wording {
    switch self {
    case .nulByte, .controlCharacter, .invalidUTF8, .unexpectedCharacter, .attribute,
      .misplacedBackslash,
      .danglingBackslash, .unterminatedText, .unknownEscape, .malformedNumber, .strayCloser,
      .mismatchedCloser:
      characterWording
    case .scriptTooLong, .statementTooLong, .nestedTooDeep, .tooManyOperators, .matrixTooLarge,
      .tooManyDimensions, .extentTooLarge, .numberTooLarge:
      boundWording
    case .unclosed, .unexpected, .commaBetweenOperands, .callWithCommas, .equalsInExpression,
      .doubledStar,
      .doubledSlash,
      .comparisonOutsideExpect, .rangeOutsideIndex, .emptyBrackets, .emptyIndex,
      .indexWithoutComma, .indexOfMatrix, .emptyMatrix, .emptyRow, .raggedRows, .mixedRows,
      .semicolonBetweenRows,
      .lineBreakInMatrix:
      grammarWording
    case .verbAsName, .keywordAsName, .lastShownAsName, .keywordInExpression, .parameterForm,
      .expectationForm, .equalsInExpectation, .secondComparison, .toleranceWithout,
      .unknownExpectationOption:
      statementWording
    case .unclosedBlock, .unclosedBeforeEnd, .strayEnd, .endInsideLine, .repeatForm, .loopForm,
      .stepInRange,
      .wholeNumber, .unknownBlockOption, .watchForm, .definitionForm, .misplacedDefinition,
      .builtInDefined, .repeatedParameter, .parameterInBlock:
      blockWording
    case .unknownVerb, .missingOperator, .definedBelow, .commandInExpression, .verbAsOperand,
      .missingOperands,
      .tooManyOperands,
      .operandForm, .unknownWord, .unknownVerbOperand, .verbWanted:
      verbWording
    case .unknownOption, .optionWithoutEquals, .optionOfStatement, .repeatedOption, .spacedEquals,
      .missingValue,
      .optionForm, .operatorAfterValue:
      optionWording
    }
  }

  private var characterWording: Wording {
    switch self {
    case .nulByte: Wording("a NUL byte: this is not a text file")
    case .controlCharacter(let scalar):
      Wording("the control character \(DisplayText.escape(scalar)) cannot stand here")
    case .invalidUTF8(let byte):
      Wording(
        "the byte \\x\(String(byte, radix: 16)) is not UTF-8",
        help: "save the file in the encoding UTF-8")
    case .unexpectedCharacter(let scalar): Self.unexpectedCharacter(scalar)
    case .attribute(let attribute, let name):
      Wording("a name has no attributes", help: Idiom.help(for: attribute, of: name))
    case .misplacedBackslash:
      Wording(
        "`\\` continues a line only as its last character",
        help: "delete what follows, or put file names and text in quotes")
    case .danglingBackslash: Wording("`\\` continues the line, but the text ends here")
    case .unterminatedText:
      Wording("the text is not closed on its line", help: "close it with \"")
    case .unknownEscape:
      Wording(
        "unknown escape", help: "a backslash is written \\\\; also known are \\\" \\n and \\t")
    case .malformedNumber(let text): Self.malformedNumber(text)
    case .strayCloser(let closer): Wording("`\(closer)` closes nothing")
    case .mismatchedCloser(let closer, let opened):
      Wording(
        "`\(closer)` cannot close `\(closer == ")" ? "[" : "(")`",
        secondary: [.init("`\(closer == ")" ? "[" : "(")` is open", at: opened)])
    default: Wording("")
    }
  }

  private static func unexpectedCharacter(_ scalar: Unicode.Scalar) -> Wording {
    let isVisible: Bool
    switch scalar.properties.generalCategory {
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned,
      .privateUse, .nonspacingMark, .enclosingMark, .spacingMark:
      isVisible = false
    default: isVisible = true
    }
    let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
    let padding = String(repeating: "0", count: max(0, 4 - hexadecimal.utf8.count))
    let name = isVisible ? "`\(scalar)`" : "U+\(padding)\(hexadecimal)"
    return Wording(
      "the character \(name) is not part of the language", help: Lookalike.help(for: scalar))
  }

  private static func malformedNumber(_ text: String) -> Wording {
    let shown = text.count > 40 ? text.prefix(37) + "..." : text
    let lengths = text.split(separator: "x", omittingEmptySubsequences: false)
    if lengths.count > 1, lengths.count <= Limits.dimensions, text.utf8.count <= 20,
      lengths.dropLast().allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }),
      lengths.last.map({ $0.isEmpty || $0.first?.isLetter == true }) == true
    {
      let list = lengths.map { $0.isEmpty ? "-1" : String($0) }.joined(separator: ", ")
      return Wording(
        "`\(text)` is neither a number nor a name",
        help: "`[\(list)]` is a list of lengths, which may have names and -1 in it")
    }
    let lowered = text.lowercased()
    var help = "names begin with a letter; numbers are written 5, 0.5 or 1e-9, shapes 3x3"
    if lowered != text, lowered.allSatisfy({ $0.isNumber || $0 == "x" }), lowered.count <= 40 {
      help = "the extents of a shape are joined by a small x: \(lowered)"
    }
    return Wording("`\(shown)` is neither a number nor a name", help: help)
  }

  private var boundWording: Wording {
    switch self {
    case .scriptTooLong(let bytes):
      Wording("the script is too long: \(bytes) bytes, the most is \(Limits.scriptBytes)")
    case .statementTooLong(let bytes):
      Wording(
        "the line is too long: \(bytes) bytes, the most is \(Limits.statementBytes)",
        help: "load long data from a file")
    case .nestedTooDeep:
      Wording(
        "more than \(Limits.nestingDepth) levels inside one another",
        help: "bind a part to a name and use the name")
    case .tooManyOperators:
      Wording(
        "the expression is too long: its tree has more than \(Limits.expressionHeight) levels",
        help: "bind a part to a name and use the name")
    case .matrixTooLarge:
      Wording(
        "the matrix has more than \(Limits.matrixCells) elements",
        help: "load long data from a file")
    case .tooManyDimensions: Wording("more than \(Limits.dimensions) dimensions")
    case .extentTooLarge(let text): Wording("an extent of \(text) is too large")
    case .numberTooLarge(let text): Wording("the number \(text) is too large for f64")
    default: Wording("")
    }
  }

  private var grammarWording: Wording {
    switch self {
    case .unclosed(let bracket): Wording("`\(bracket)` is never closed")
    case .unexpected(let found, let expected): Wording("expected \(expected), found \(found)")
    case .commaBetweenOperands:
      Wording(
        "unexpected `,`",
        help: "operands are separated by spaces: conv x k; an option's list has none: at=1,2")
    case .callWithCommas(let call):
      Wording("unexpected `,`", help: "operands stand without brackets and commas: \(call)")
    case .equalsInExpression:
      Wording(
        "unexpected `=`",
        help: "a binding is written name = value, a comparison expect a == b")
    case .doubledStar: Wording("`**` is not an operator", help: "a power is written x^2")
    case .doubledSlash: Wording("`//` is not an operator", help: "a comment starts with #")
    case .comparisonOutsideExpect:
      Wording(
        "a comparison stands only in `expect`, outside of brackets", help: "expect a == b")
    case .rangeOutsideIndex:
      Wording(
        "a range stands only in an index, an option or `for`",
        help: "x[0:3], show x rows=0:3, for i in 0:3")
    case .emptyBrackets: Wording("there is no value in the brackets")
    case .emptyIndex: Wording("the index is empty", help: "x[0, :] picks the first row")
    case .indexWithoutComma:
      Wording(
        "expected `,` or `]` in an index",
        help: "a bracket that touches a name is an index; put a space before it for a matrix")
    case .indexOfMatrix:
      Wording("a matrix literal takes no index", help: "put it in brackets: ([1 2; 3 4])[0, :]")
    case .emptyMatrix: Wording("a matrix needs at least one element")
    case .emptyRow: Wording("a row of the matrix is empty")
    case .raggedRows(let row, let count, let firstCount, let first):
      Wording(
        "rows of different lengths: row 1 has \(firstCount), row \(row) has \(count)",
        note: count, secondary: [.init("row 1: \(firstCount)", at: first)])
    case .mixedRows:
      Wording("rows and single elements are mixed", help: "[[1, 2], [3, 4]] has two rows")
    case .semicolonBetweenRows:
      Wording(
        "`;` between rows that have brackets of their own",
        help: "write [1 2; 3 4] or [[1, 2], [3, 4]]")
    case .lineBreakInMatrix:
      Wording(
        "a line break alone does not separate the elements of a matrix",
        help: "end a row with `;`, or a line within a row with `,`")
    default: Wording("")
    }
  }

  private var statementWording: Wording {
    switch self {
    case .verbAsName(let name):
      Wording("`\(name)` is a verb and cannot be bound", help: "choose another name: my_\(name)")
    case .keywordAsName(let name):
      Wording(
        "`\(name)` is a keyword and cannot be bound", help: "choose another name: my_\(name)")
    case .lastShownAsName:
      Wording("`_` is the last shown value and cannot be bound")
    case .keywordInExpression(let name):
      Wording("`\(name)` is a keyword and is not a value")
    case .parameterForm:
      Wording("`param` needs a name and its value", help: "param epochs = 5")
    case .expectationForm:
      Wording(
        "`expect` needs a comparison",
        help: """
          expect a == b     also != < <= > >=
          expect a ~ b tol=1e-9
          expect fails statement
          """)
    case .equalsInExpectation: Wording("`=` compares nothing", help: "expect a == b")
    case .secondComparison: Wording("`expect` makes one comparison")
    case .toleranceWithout(let comparator):
      Wording(
        "`tol` belongs to `~`, not to `\(comparator.rawValue)`", help: "expect a ~ b tol=1e-9")
    case .unknownExpectationOption(let name):
      Wording("`expect` has no option `\(name)`", help: "its only option is tol")
    default: Wording("")
    }
  }

  private var blockWording: Wording {
    switch self {
    case .unclosedBlock(let keyword):
      Wording("`\(keyword.rawValue)` has no `end`", help: "write `end` after its last statement")
    case .unclosedBeforeEnd(let bracket): Wording("`\(bracket)` is not closed before `end`")
    case .strayEnd:
      Wording("`end` closes no block", help: "blocks begin with `repeat`, `for` or `def`")
    case .endInsideLine: Wording("`end` stands on a line of its own, or after `;`")
    case .repeatForm: Wording("`repeat` needs a count", help: "repeat 500")
    case .loopForm:
      Wording(
        "`for` needs a name, `in` and a range", help: "for i in 0:10 runs with i from 0 to 9")
    case .stepInRange:
      Wording("the range of `for` has two bounds", help: "for i in 0:10 step=2")
    case .wholeNumber(let keyword, let role, let given):
      Wording("`\(keyword.rawValue)` takes a whole number as its \(role), not \(given)")
    case .unknownBlockOption(let keyword, let name, let known):
      Wording(
        "`\(keyword.rawValue)` has no option `\(name)`",
        help: Self.didYouMean(Nearest.match(name, among: known))
          ?? (known.count == 1
            ? "its only option is \(known[0])" : "it has \(Self.list(known, "and"))"))
    case .watchForm: Wording("`watch` takes names", help: "watch=loss,accuracy")
    case .definitionForm:
      Wording("`def` needs a name and the names of its operands", help: "def net x k")
    case .misplacedDefinition:
      Wording("`def` stands neither in a block nor after `time` or `expect fails`")
    case .builtInDefined(let name):
      Wording(
        "`\(name)` is a built-in verb and cannot be defined",
        help: "choose another name: my_\(name)")
    case .repeatedParameter(let name): Wording("`\(name)` stands twice in the line of the `def`")
    case .parameterInBlock:
      Wording("`param` stands outside of blocks", help: "bind it before the block")
    default: Wording("")
    }
  }

  private var verbWording: Wording {
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

  private var optionWording: Wording {
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

  // MARK: Phrases

  private static func didYouMean(_ nearest: String?) -> String? {
    nearest.map { "did you mean `\($0)`?" }
  }

  /// `k (kernel)`, or `x` alone where name and role are the same.
  private static func operandName(_ operand: OperandSignature) -> String {
    operand.name == operand.role ? operand.name : "\(operand.name) (\(operand.role))"
  }

  /// `a, b and c`
  fileprivate static func list(_ items: [String], _ conjunction: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "nothing" }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }
}

extension OperandSignature.Kind {
  fileprivate var form: String {
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
  fileprivate var explanation: String? {
    switch self {
    case .extent: "2x1 is rows x columns"
    case .padding: "1x2 is rows x columns, 0x1x0x1 is top x left x bottom x right"
    default: nil
    }
  }
}
