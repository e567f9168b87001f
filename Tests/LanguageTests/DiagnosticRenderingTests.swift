import Testing

@testable import Language

@Suite struct DiagnosticRenderingTests {
  @Test func `a diagnostic is drawn as the design shows it`() {
    let script = String(repeating: "\n", count: 11) + "y = conv x k pad=0\nshow y"
    let source = SourceText(name: "tour.pw", text: script)
    let diagnostic = Diagnostic(
      "kernel 5x5 is larger than the padded input 3x3", at: SourceSpan(20, 21),
      note: "3x3, pad 0", secondary: [.init("k is 5x5", at: SourceSpan(22, 23))],
      help: "pad=1 gives 1x1, pad=2 keeps 3x3")
    #expect(
      diagnostic.rendered(in: source) == """
        tour.pw:12:10: error: kernel 5x5 is larger than the padded input 3x3
           12 | y = conv x k pad=0
              |          ^ 3x3, pad 0     k is 5x5
           help: pad=1 gives 1x1, pad=2 keeps 3x3
        """)
  }

  @Test func `a source without a name begins with the line`() {
    let source = SourceText(name: "", text: "a b")
    #expect(
      Diagnostic("m", at: SourceSpan(2, 3)).rendered(in: source) == """
        1:3: error: m
            1 | a b
              |   ^
        """)
  }

  @Test func `the caret may stand after the last character and in an empty text`() {
    #expect(
      Diagnostic("m", at: SourceSpan(1, 1)).rendered(in: SourceText(name: "", text: "a"))
        == "1:2: error: m\n    1 | a\n      |  ^")
    #expect(
      Diagnostic("m", at: SourceSpan(9, 9)).rendered(in: SourceText(name: "", text: ""))
        == "1:1: error: m\n    1 | \n      | ^")
  }

  @Test func `wide characters take two columns, combining marks none, tabs one`() {
    let source = SourceText(name: "", text: "\t漢e\u{301}x!")
    let offset = 1 + 3 + 3 + 1
    #expect(
      Diagnostic("m", at: SourceSpan(offset, offset)).rendered(in: source)
        == "1:5: error: m\n    1 |  漢e\u{301}x!\n      |     " + " ^")
  }

  @Test func `control characters are escaped in the line, the name and the message`() {
    let source = SourceText(name: "a\u{1B}.pw", text: "x\u{1B}[2J\u{202E}y")
    #expect(
      Diagnostic("no \u{7}", at: SourceSpan(8, 9), note: "\u{85}").rendered(in: source) == """
        a\\x1b.pw:1:7: error: no \\x07
            1 | x\\x1b[2J\\u{202e}y
              |                 ^ \\u{85}
        """)
  }

  @Test func `a remark about another line quotes that line`() {
    let source = SourceText(name: "a.pw", text: "x = (1\ny = 2\n")
    let diagnostic = Diagnostic(
      "m", at: SourceSpan(7, 8), note: "here", secondary: [.init("opened", at: SourceSpan(4, 5))])
    #expect(
      diagnostic.rendered(in: source) == """
        a.pw:2:1: error: m
            2 | y = 2
              | ^ here
            1 | x = (1
              |     ^ opened
        """)
  }

  @Test func `a long line is cut around the caret`() {
    let source = SourceText(
      name: "", text: String(repeating: "a", count: 100) + "!" + String(repeating: "b", count: 100))
    #expect(
      Diagnostic("m", at: SourceSpan(100, 101)).rendered(in: source, width: 40) == """
        1:101: error: m
            1 | ...aaaaaaaaaaaaaaaaa!bbbbbbbb...
              |                     ^
        """)
    #expect(
      Diagnostic("m", at: SourceSpan(201, 201)).rendered(in: source, width: 40) == """
        1:202: error: m
            1 | ...bbbbbbbbbbbbbbbbbbbbbbbbbb
              |                              ^
        """)
    #expect(
      Diagnostic("m", at: SourceSpan(0, 1)).rendered(in: source, width: 40) == """
        1:1: error: m
            1 | aaaaaaaaaaaaaaaaaaaaaaaaaa...
              | ^
        """)
  }

  @Test func `a remark that does not fit beside the caret goes below it`() {
    let source = SourceText(name: "", text: "y = conv photo kernel pad=0")
    #expect(
      Diagnostic("m", at: SourceSpan(22, 23), note: "a remark of some length")
        .rendered(in: source, width: 40) == """
          1:23: error: m
              1 | y = conv photo kernel pad=0
                |                       ^
                |          a remark of some length
          """)
  }

  @Test func `lines that end with CR LF are quoted without the CR`() {
    let source = SourceText(name: "", text: "a\r\nb\r\n")
    #expect(
      Diagnostic("m", at: SourceSpan(3, 4), help: "one\ntwo").rendered(in: source)
        == "2:1: error: m\n    2 | b\n      | ^\n   help: one\n         two")
  }
}
