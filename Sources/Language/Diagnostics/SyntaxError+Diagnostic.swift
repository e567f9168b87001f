extension SyntaxError {
  /// The error as text. The files beside this one have the words, one a stage that finds errors.
  var diagnostic: Diagnostic {
    let wording = cause.wording
    return Diagnostic(
      wording.message, at: span, note: wording.note, secondary: wording.secondary,
      help: wording.help)
  }
}

extension SyntaxError.Cause {
  /// One switch over all causes, so that none is forgotten.
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
      .compoundAssignment,
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
      .missingOperands, .tooManyOperands, .operatorAfterOperand,
      .operandForm, .unknownWord, .unknownVerbOperand, .verbWanted:
      verbWording
    case .unknownOption, .optionWithoutEquals, .optionOfStatement, .repeatedOption, .spacedEquals,
      .missingValue,
      .optionForm, .operatorAfterValue:
      optionWording
    }
  }

  // MARK: Phrases

  static func didYouMean(_ nearest: String?) -> String? {
    nearest.map { "did you mean `\($0)`?" }
  }

  /// `k (kernel)`, or `x` alone where name and role are the same.
  static func operandName(_ operand: OperandSignature) -> String {
    operand.name == operand.role ? operand.name : "\(operand.name) (\(operand.role))"
  }

  /// `a, b and c`
  static func list(_ items: [String], _ conjunction: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "nothing" }
    return items.dropLast().joined(separator: ", ") + " \(conjunction) \(last)"
  }
}
