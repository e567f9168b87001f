import Testing

@testable import Language

@Suite struct BoundsTests {
  private func messages(_ text: String) -> [String] { parse(text).diagnostics.map(\.message) }
  private let tooDeep = "more than 200 levels inside one another"
  private let tooLong = "the expression is too long: its tree has more than 500 levels"

  @Test(arguments: ["(", "[", "x[", "-", "2^", "time ", "expect fails ", "relu (", "[-", "(["])
  func `nesting beyond the limit is an error, whatever nests`(_ opening: String) {
    #expect(messages(String(repeating: opening, count: 80_000)) == [tooDeep])
  }

  @Test(arguments: [("(", "1", ")"), ("[", "1", "]"), ("-", "x", ""), ("x[", "1", "]")])
  func `nesting below the limit is fine`(_ open: String, _ middle: String, _ close: String) {
    let count = open == "[" ? Limits.dimensions : Limits.nestingDepth - 1
    let text =
      String(repeating: open, count: count) + middle + String(repeating: close, count: count)
    #expect(messages(text) == [])
  }

  @Test(arguments: ["repeat 3\n", "repeat 3;", "for i in 0:3\n", "time repeat 3\n"])
  func `blocks beyond the limit are an error, and the innermost one has no end`(
    _ opening: String
  ) {
    let keyword = opening.contains("for") ? "for" : "repeat"
    let text = String(repeating: opening, count: 80_000)
    #expect(Set(messages(text)) == [tooDeep, "`\(keyword)` has no `end`"])
    #expect(messages(text).count == 2)
    let closed = String(repeating: opening, count: 300) + String(repeating: "end\n", count: 300)
    #expect(messages(closed) == [tooDeep])
  }

  @Test func `blocks below the limit are fine`() {
    let count = Limits.nestingDepth - 1
    let text = String(repeating: "repeat 3\n", count: count) + "x\n"
    #expect(messages(text + String(repeating: "end\n", count: count)) == [])
  }

  @Test func `many definitions and many errors in blocks take linear time`() {
    let definitions = (0..<3_000).map { "def f\($0) x; x; end\n" }.joined()
    #expect(messages(definitions) == [])
    let failing = (0..<3_000).map { "expect fails repeat 3; foo\($0) x; end\n" }.joined()
    #expect(messages(failing) == [])
  }

  @Test func `diagnostics inside a block are bounded`() {
    let text = "repeat 3\n" + String(repeating: "foo x\n", count: 100) + "end\n"
    #expect(messages(text).count == Limits.diagnostics)
    #expect(messages("repeat 3; " + text + "end").count == Limits.diagnostics)
  }

  @Test(arguments: ["x + ", "x * ", "x @ "])
  func `a chain of operators is bounded`(_ link: String) {
    #expect(messages(String(repeating: link, count: 499) + "x") == [])
    #expect(messages(String(repeating: link, count: 500) + "x") == [tooLong])
    #expect(messages(String(repeating: link, count: 50_000) + "x") == [tooLong])
  }

  @Test func `a chain of indices is bounded`() {
    #expect(messages("x" + String(repeating: "[0]", count: 1000)) == [tooLong])
  }

  @Test func `a matrix literal is bounded`() {
    let cells = String(repeating: "1 ", count: Limits.matrixCells)
    #expect(messages("[\(cells)]") == [])
    #expect(messages("[\(cells) 1]") == ["the matrix has more than 65536 elements"])
    let half = "[" + String(repeating: "1 ", count: Limits.matrixCells / 2 + 1) + "]"
    #expect(messages("[\(half), \(half)]") == ["the matrix has more than 65536 elements"])
  }

  @Test func `the dimensions of a matrix literal are bounded`() {
    let text = String(repeating: "[", count: 9) + "1" + String(repeating: "]", count: 9)
    #expect(messages(text) == ["more than 8 dimensions"])
  }

  @Test func `a line is bounded and the next one is read`() {
    let long = "x = \"" + String(repeating: "a", count: Limits.statementBytes) + "\""
    #expect(
      messages(long + "\nfoo bar")
        == ["the line is too long: 1048582 bytes, the most is 1048576", "unknown verb `foo`"])
  }

  @Test func `a script is bounded`() {
    let script = Script(
      parsing: SourceText(
        name: "", bytes: [UInt8](repeating: 0x20, count: Limits.scriptBytes + 1)),
      verbs: TestVerbs.table)
    #expect(
      script.diagnostics.map(\.message)
        == ["the script is too long: 16777217 bytes, the most is 16777216"])
  }

  @Test func `diagnostics are bounded`() {
    #expect(messages(String(repeating: "(]\n", count: 1000)).count == Limits.diagnostics)
  }

  @Test func `a binary file is one error`() {
    let bytes: [UInt8] = [0x78, 0x0A, 0x7F, 0x45, 0x00, 0x00, 0x0A, 0x00]
    let script = Script(parsing: SourceText(name: "", bytes: bytes), verbs: TestVerbs.table)
    #expect(script.diagnostics.map(\.message) == ["a NUL byte: this is not a text file"])
    let zeros = Script(
      parsing: SourceText(name: "", bytes: [0x50, 0x4B, 0, 0, 0x0A, 0]), verbs: TestVerbs.table)
    #expect(zeros.diagnostics.map(\.message) == ["a NUL byte: this is not a text file"])
  }

  @Test(
    arguments: [
      [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
      [0x80],
    ] as [[UInt8]], ["", "# ", "\""])
  func `bytes that are not UTF-8 are named`(_ bytes: [UInt8], _ prefix: String) {
    let source = SourceText(name: "", bytes: Array(prefix.utf8) + bytes)
    let script = Script(parsing: source, verbs: TestVerbs.table)
    #expect(
      script.diagnostics.first?.message
        == "the byte \\x\(String(bytes[0], radix: 16)) is not UTF-8")
    #expect(script.diagnostics.first?.span.start == prefix.utf8.count)
  }
}
