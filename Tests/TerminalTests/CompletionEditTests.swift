import Testing

@testable import Terminal

@Suite struct CompletionEditTests {
  private let window = WindowSize(columns: 40, rows: 24)

  /// What Tab does to a line with the cursor at `|`.
  private func edit(
    _ line: String, _ words: [Completions.Word], start: Int, window: WindowSize? = nil
  ) -> CompletionEdit {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false)
    return CompletionEdit(
      Completions(start: start, words: words), line: parts.joined(), cursor: parts[0].utf8.count,
      window: window ?? self.window)
  }

  private func expected(_ erased: Int, _ inserted: String, _ listing: String = "")
    -> CompletionEdit
  {
    var edit = CompletionEdit()
    edit.erasedCharacters = erased
    edit.inserted = inserted
    edit.listing = listing
    return edit
  }

  @Test func `a single word is typed with a space`() {
    #expect(edit("con|", [.init("conv")], start: 0) == expected(3, "conv "))
  }

  @Test func `a single option is typed with its equals sign`() {
    #expect(
      edit("conv x k st|", [.init("stride", ending: "=")], start: 9) == expected(2, "stride="))
  }

  @Test func `what follows already is not typed again`() {
    #expect(edit("con| x", [.init("conv")], start: 0) == expected(3, "conv"))
    #expect(edit("st|=2", [.init("stride", ending: "=")], start: 0) == expected(2, "stride"))
  }

  @Test func `of several words the part they share is typed`() {
    #expect(
      edit("c|", [.init("conv"), .init("convtranspose")], start: 0) == expected(1, "conv"))
  }

  @Test func `when nothing can be typed they are listed`() {
    #expect(
      edit("conv|", [.init("conv"), .init("convtranspose")], start: 0)
        == expected(0, "", "conv           convtranspose\n"))
  }

  @Test func `nothing due does nothing`() {
    #expect(edit("xyz|", [], start: 0) == CompletionEdit())
  }

  @Test func `characters are counted, not bytes`() {
    #expect(edit("λ + grö|", [.init("größe")], start: 5) == expected(3, "größe "))
  }

  @Test(
    "A place outside of the line is no trap", arguments: [-1, 0, 1, 2, 3, 99], [-5, 0, 1, 2, 3, 99])
  func anyPlace(start: Int, cursor: Int) {
    _ = CompletionEdit(
      Completions(start: start, words: [.init("conv"), .init("é")]), line: "éa", cursor: cursor,
      window: window)
  }

  @Test(
    "The shared start is whole characters",
    arguments: [
      (["conv", "concat"], "con"), (["größe", "groß"], "gr"), (["a", "b"], ""), (["x"], "x"),
      ([], ""), (["", "a"], ""),
    ])
  func sharedStart(texts: [String], shared: String) {
    #expect(CompletionEdit.sharedStart(texts) == shared)
  }

  @Test func `a listing runs down its columns`() {
    let labels = (1...7).map { "word\($0)" }
    #expect(
      CompletionListing.lines(labels, window: WindowSize(columns: 22, rows: 24))
        == """
        word1  word4  word7
        word2  word5
        word3  word6

        """)
  }

  @Test func `a narrow window has one column, whatever the words`() {
    #expect(
      CompletionListing.lines(
        ["convtranspose", "größe"], window: WindowSize(columns: 5, rows: 24))
        == "convtranspose\ngröße\n")
  }

  @Test func `what does not fit the screen is counted`() {
    let labels = (100..<200).map { "w\($0)" }
    let lines = CompletionListing.lines(labels, window: WindowSize(columns: 13, rows: 10))
    #expect(lines.hasPrefix("w100  w107\n"))
    #expect(lines.hasSuffix("w106  w113\nand 86 more\n"))
  }
}
