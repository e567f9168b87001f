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
