import Testing
import Text

@Suite struct DisplayTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a\tb", "a b"), ("\u{1B}[2J", "\\x1b[2J"), ("\u{202E}x", "\\u{202e}x"),
    ("\r\n", "\\x0d\\x0a"), ("naïve 漢", "naïve 漢"), ("\u{7F}", "\\x7f"), ("\u{9B}", "\\u{9b}"),
  ])
  func `what a terminal would obey is escaped`(_ text: String, _ shown: String) {
    #expect(DisplayText.escaped(text) == shown)
  }

  @Test(arguments: [
    ("a", 1), ("漢", 2), ("e\u{301}", 1), ("😀", 2), ("❤️", 2), ("\u{301}", 0), ("한", 2), ("", 0),
  ])
  func `text has the width a terminal gives it`(_ text: String, _ width: Int) {
    #expect(DisplayText.width(text) == width)
  }
}

/// Prose broken into lines.
@Suite struct DisplayTextLinesTests {
  @Test(
    "Lines break at blanks, go on under what follows the label, and are never too wide",
    arguments: [
      (20, 9, ["  help: one two", "         three four", "         five"]),
      (15, 9, ["  help: one two", "three four five"]),
      (80, 9, ["  help: one two three four five"]),
      (12, 2, ["  help: one", "  two three", "  four five"]),
    ])
  func breaking(columns: Int, indent: Int, expected: [String]) {
    let lines = DisplayText.lines(
      "one two  three four five", within: columns, indent: indent, after: "  help: ")
    #expect(lines == expected)
  }

  @Test func `a word wider than a line is cut by columns, not by characters`() {
    #expect(DisplayText.lines("畳み込み abc", within: 4) == ["畳み", "込み", "abc"])
    #expect(DisplayText.lines("畳み", within: 1) == ["畳", "み"])
  }

  @Test func `a label that fills the line stands alone`() {
    #expect(
      DisplayText.lines("word", within: 4, indent: 1, after: "key:") == ["key:", " wor", " d"])
  }
}
