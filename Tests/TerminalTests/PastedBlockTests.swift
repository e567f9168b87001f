import Testing

@testable import Terminal

@Suite struct PastedBlockTests {
  @Test(
    "A paste is typed line by line",
    arguments: [
      ("x = 1", "x = 1"),
      ("x = 1\n", "x = 1\n"),
      ("x = 1\ry = 2\r", "x = 1\ny = 2\n"),
      ("x = 1\r\ny = 2", "x = 1\ny = 2"),
      ("a\n\nb", "a\n\nb"),
      ("a\tb", "a b"),
      ("a\u{0}\u{1B}[31mb\u{7F}\u{9B}", "a[31mb"),
      ("größe = λ", "größe = λ"),
      ("", ""),
    ])
  func lines(pasted: String, typed: String) {
    #expect(PastedBlock.typed(pasted.utf8) == typed)
  }

  @Test(
    "The prompts of a copied session are taken off, what it printed is left out",
    arguments: [
      ("> x = 1\n> show x\n  | 0\n--+--\n0 | 1\n> y = 2\n", "x = 1\nshow x\ny = 2\n"),
      ("> [1 2\n. 3 4]\n", "[1 2\n3 4]\n"),
      ("> x = 1", "x = 1"),
      ("x = 1\n> y = 2\nprinted\n", "x = 1\ny = 2\n"),
      ("> x = 1\n>\n> y = 2\n", "x = 1\n\ny = 2\n"),
      ("> > x", "> x"),
      (">x", ">x"),
      (". x\n", ". x\n"),
    ])
  func prompts(pasted: String, typed: String) {
    #expect(PastedBlock.typed(pasted.utf8) == typed)
  }

  @Test func `what is not UTF-8 is marked`() {
    #expect(PastedBlock.typed([0x61, 0xFF, 0x62]) == "a\u{FFFD}b")
  }
}
