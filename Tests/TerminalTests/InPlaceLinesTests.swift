import Testing

@testable import Terminal

/// What is drawn where it stands, and what stays of it when something else is printed.
@Suite struct InPlaceLinesTests {
  static let window = WindowSize(columns: 10, rows: 4)

  private func lines(_ text: String) -> InPlaceLines { InPlaceLines(text, in: Self.window) }

  @Test(arguments: [
    ("", []), ("abc", ["abc"]), ("a\nb", ["a", "b"]), ("a\n", ["a", ""]),
    ("1\n2\n3\n4\n5", ["3", "4", "5"]), ("0123456789ab\nx", ["012345678", "x"]),
    ("\u{1B}[1m0123456789\u{1B}[m", ["\u{1B}[1m0123456789\u{1B}[m"]),
  ])
  func `lines are those that the window has room for`(_ text: String, _ shown: [String]) {
    #expect(lines(text).lines.map(String.init) == shown)
  }

  @Test(arguments: [
    ("", "a", "\r\u{1B}[Ka"),
    ("a", "b", "\r\u{1B}[Kb"),
    ("a", "b\nc", "\r\u{1B}[Kb\r\n\u{1B}[Kc"),
    ("a\nb\nc", "d\ne\nf", "\r\u{1B}[2A\u{1B}[Kd\r\n\u{1B}[Ke\r\n\u{1B}[Kf"),
    ("a\nb\nc", "d", "\r\u{1B}[2A\u{1B}[Kd\u{1B}[J"),
    ("a\nb\nc", "", "\r\u{1B}[2A\u{1B}[J"),
    ("a", "", "\r\u{1B}[K"),
    ("", "", ""),
  ])
  func `lines are drawn over those before, and no others are touched`(
    _ former: String, _ text: String, _ written: String
  ) {
    #expect(lines(text).drawing(over: lines(former)) == written)
  }

  @Test func `several lines stay, one gives way`() {
    #expect(lines("a\nb").isBlock)
    #expect(!lines("a").isBlock)
    #expect(!lines("").isBlock)
  }
}
