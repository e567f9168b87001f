import Testing

@testable import Terminal

@Suite struct HistoryEntryTests {
  @Test(
    "An entry is one line of the file",
    arguments: [
      ("x = 1", "x = 1"),
      ("[1 2\n3 4]", "[1 2\\n3 4]"),
      ("a \\\n b", "a \\\\\\n b"),
      (#"say "\n""#, #"say "\\n""#),
      ("größe = 1", "größe = 1"),
      ("a\r\nb", "a\\r\\nb"),
      ("", ""),
    ])
  func oneLine(entry: String, line: String) {
    #expect(HistoryEntry.escaped(entry) == line)
    #expect(HistoryEntry.unescaped(line) == entry)
  }

  /// Every text of up to five of the characters that matter comes back as it was.
  @Test func `what is escaped comes back`() {
    let alphabet: [Character] = ["a", "\\", "n", "r", "\n", "\r"]
    var texts = [""]
    for _ in 0..<5 {
      texts += texts.flatMap { text in alphabet.map { text + String($0) } }
      texts = Array(Set(texts))
    }
    for text in texts {
      let line = HistoryEntry.escaped(text)
      #expect(!line.unicodeScalars.contains("\n"))
      #expect(Array(HistoryEntry.unescaped(line).utf8) == Array(text.utf8))
    }
  }

  @Test(
    "A backslash before anything else stands for itself",
    arguments: [("a\\b", "a\\b"), ("a\\", "a\\"), ("\\\\", "\\")])
  func strayBackslash(line: String, entry: String) {
    #expect(HistoryEntry.unescaped(line) == entry)
  }

  @Test func `of equal entries the latest stays`() {
    #expect(HistoryEntry.collapsed(["a", "b", "a", "c", "b"]) == ["a", "c", "b"])
  }
}
