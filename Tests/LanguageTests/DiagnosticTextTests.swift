import Testing

/// The whole text of every diagnostic; the cases are in `DiagnosticTexts+….swift`.
@Suite struct DiagnosticTextTests {
  @Test(arguments: DiagnosticTexts.characters)
  func `characters that do not belong are named, with what to write instead`(
    _ text: String, _ expected: String
  ) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: DiagnosticTexts.grammar)
  func `what does not fit is named at its place`(_ text: String, _ expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: DiagnosticTexts.matrices)
  func `matrices and indices say what is wrong with their form`(_ text: String, _ expected: String)
  {
    #expect(outline(text) == expected)
  }

  @Test(arguments: DiagnosticTexts.statements)
  func `names, bindings and expectations say how they are written`(
    _ text: String, _ expected: String
  ) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: DiagnosticTexts.verbs)
  func `verbs say which operands they take`(_ text: String, _ expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: DiagnosticTexts.options)
  func `options say what they take`(_ text: String, _ expected: String) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: DiagnosticTexts.blocks)
  func `blocks say what their header takes and where they end`(
    _ text: String, _ expected: String
  ) {
    #expect(outline(text) == expected)
  }

  @Test(arguments: DiagnosticTexts.definitions)
  func `definitions say how they are written and used`(_ text: String, _ expected: String) {
    #expect(outline(text) == expected)
  }
}

/// Lines of source with the diagnostics they give.
enum DiagnosticTexts {}
