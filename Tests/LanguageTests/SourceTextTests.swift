import Testing

@testable import Language

@Suite struct SourceTextTests {
  @Test(arguments: [
    (0, 1, 1), (1, 1, 2), (3, 1, 3), (4, 1, 4), (5, 2, 1), (6, 2, 2), (7, 3, 1), (99, 3, 1),
    (-1, 1, 1),
  ])
  func `an offset has a line and a column in characters`(_ offset: Int, _ line: Int, _ column: Int)
  {
    let source = SourceText(name: "", text: "\té!\n!\n")
    let location = source.location(of: offset)
    #expect([location.line, location.column] == [line, column])
    #expect(source.lineCount == 3)
  }

  @Test func `a line is a span without its line break`() {
    let source = SourceText(name: "", text: "ab\r\nc")
    #expect(source.lineSpan(1) == SourceSpan(0, 2))
    #expect(source.lineSpan(2) == SourceSpan(4, 5))
    #expect(source.lineSpan(3) == SourceSpan(5, 5))
    #expect(source.text(SourceSpan(-5, 99)) == "ab\r\nc")
    #expect(SourceSpan(4, 2) == SourceSpan(4, 4))
  }

  @Test(
    arguments: [
      ("−", "a minus is written -"), ("·", "* multiplies"), ("÷", "/ divides"), ("«", "quotes"),
      ("’", "double quotes"), ("≤", "<="), ("≥", ">="), ("≠", "!="), ("≈", "~"), ("³", "x^3"),
      ("`", "double quotes"), ("}", "[ and ]"), ("＋", "write +, the narrow form"),
      ("\u{3000}", "ordinary space"), ("\u{2028}", "invisible"), ("\u{202E}", "invisible"),
    ] as [(Character, String)])
  func `a character that resembles another is explained`(_ character: Character, _ help: String) {
    let diagnostic = parse("x \(character) y").diagnostics.first
    #expect(diagnostic?.span.start == 2)
    #expect(diagnostic?.help?.contains(help) == true)
  }

  @Test(arguments: ["a b", "a\"b", "a\\b", "tab\tline\n", "größe"])
  func `a text written and read again is the same`(_ text: String) {
    let written = TextLiteral.written(text)
    #expect(outline(written) == "\"\(text)\"")
  }
}
