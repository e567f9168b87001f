import Testing

@testable import Rendering

@Suite struct TextBlockTests {
  static func block(_ texts: String...) -> TextBlock { TextBlock(texts.map { TextLine($0) }) }

  @Test func `blocks stand side by side without blanks at a line's end`() {
    let text = TextBlock.flowing([Self.block("ab", "c"), Self.block("d")], within: 20).text
    #expect(text == "ab    d\nc")
  }

  @Test func `blocks move closer if that saves a row of them`() {
    let blocks = [Self.block("abc"), Self.block("def")]
    #expect(TextBlock.flowing(blocks, within: 10).text == "abc    def")
    #expect(TextBlock.flowing(blocks, within: 9).text == "abc  def")
    #expect(TextBlock.flowing(blocks, within: 7).text == "abc\n\ndef")
  }

  @Test func `nothing makes nothing`() {
    #expect(TextBlock.flowing([], within: 10).text == "")
  }

  @Test func `escape sequences and wide characters are counted as the screen counts them`() {
    let block = TextBlock([TextLine("漢", .bold, .full), TextLine("x")])
    #expect(block.width == 2)
    #expect(
      TextBlock.beside([block, Self.block("a", "b")], gap: 1).text
        == "\u{1B}[1m漢\u{1B}[0m a\nx  b")
  }

  @Test(arguments: 1...30)
  func `prose keeps to its width whatever its words`(_ width: Int) {
    let words = "one extraordinarily-long-word and 漢字漢字 and more of them"
    let lines = Paragraph.lines(words, within: width)
    #expect(lines.allSatisfy { $0.width <= max(2, width) })
    let letters = lines.map(\.text).joined().filter { $0 != " " }
    #expect(letters == words.filter { $0 != " " })
  }
}
