/// What a source can have wrong, and where. `SyntaxError+Diagnostic.swift` makes text of it.
struct SyntaxError: Error {
  /// The causes, in the order of the stages that find them.
  enum Cause {
    // Characters.
    case nulByte
    case controlCharacter(Unicode.Scalar)
    case invalidUTF8(UInt8)
    case unexpectedCharacter(Unicode.Scalar)
    case attribute(String, of: String)
    case misplacedBackslash
    case danglingBackslash
    case unterminatedText
    case unknownEscape
    case malformedNumber(String)
    case strayCloser(String)
    case mismatchedCloser(String, opened: SourceSpan)

    // Bounds.
    case scriptTooLong(bytes: Int)
    case statementTooLong(bytes: Int)
    case nestedTooDeep
    case tooManyOperators
    case matrixTooLarge
    case tooManyDimensions
    case extentTooLarge(String)
    case numberTooLarge(String)

    // Grammar.
    case unclosed(String)
    case unexpected(found: String, expected: String)
    case commaBetweenOperands
    case callWithCommas(String)
    case equalsInExpression
    case compoundAssignment(String, String)
    case doubledStar
    case doubledSlash
    case comparisonOutsideExpect
    case rangeOutsideIndex
    case emptyBrackets
    case emptyIndex
    case indexWithoutComma
    case indexOfMatrix
    case emptyMatrix
    case emptyRow
    case raggedRows(row: Int, count: String, firstCount: String, first: SourceSpan)
    case mixedRows
    case semicolonBetweenRows
    case lineBreakInMatrix

    // Names and statements.
    case verbAsName(String)
    case keywordAsName(String)
    case lastShownAsName
    case keywordInExpression(String)
    case parameterForm
    case expectationForm
    case equalsInExpectation
    case secondComparison
    case toleranceWithout(Comparator)
    case unknownExpectationOption(String)

    // Blocks.
    case unclosedBlock(Keyword, takenBy: SourceSpan?)
    case unclosedBeforeEnd(String)
    case strayEnd
    case endInsideLine
    case repeatForm
    case loopForm
    case stepInRange
    case wholeNumber(Keyword, String, given: String)
    case unknownBlockOption(Keyword, String, known: [String])
    case watchForm
    case definitionForm
    case misplacedDefinition
    case builtInDefined(String)
    case repeatedParameter(String)
    case parameterInBlock

    // Verbs and their operands.
    case unknownVerb(String, nearest: String?)
    case missingOperator(String)
    case definedBelow(String)
    case commandInExpression(VerbSignature)
    case verbAsOperand(String)
    case missingOperands(VerbSignature, [OperandSignature])
    case tooManyOperands(VerbSignature, position: Int, bracketed: String?)
    case operatorAfterOperand(verb: String, bracketed: String?)
    case operandForm(verb: String, OperandSignature, given: String, help: String?)
    case unknownWord(verb: String, word: String, words: [String])
    case unknownVerbOperand(String, nearest: String?)
    case verbWanted(verb: String, given: String)

    // Options.
    case unknownOption(VerbSignature, String)
    case optionWithoutEquals(String, value: String)
    case optionOfStatement(String, verb: String, application: String?, option: String)
    case repeatedOption(String, first: SourceSpan, text: String)
    case spacedEquals(name: String)
    case missingValue(String, OptionSignature.Kind)
    case optionForm(String, OptionSignature.Kind, given: String, nearest: String? = nil)
    case operatorAfterValue(name: String, value: String?, symbol: String, next: String)
  }

  let cause: Cause
  let span: SourceSpan

  init(_ cause: Cause, _ span: SourceSpan) {
    self.cause = cause
    self.span = span
  }
}

extension SyntaxError.Cause {
  /// Whether the text can be read, and only a verb's signature refuses it.
  var concernsSignature: Bool {
    switch self {
    case .unknownVerb, .missingOperator, .definedBelow, .commandInExpression, .verbAsOperand,
      .missingOperands, .tooManyOperands, .operatorAfterOperand,
      .operandForm, .unknownWord, .unknownVerbOperand, .verbWanted, .unknownOption,
      .optionWithoutEquals,
      .repeatedOption, .missingValue, .optionForm:
      true
    default: false
    }
  }
}
