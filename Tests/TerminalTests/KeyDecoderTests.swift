import Lab
import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
  private func keys(_ bytes: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    var keys = bytes.compactMap { decoder.take($0) }
    if let last = decoder.flush() { keys.append(last) }
    return keys
  }

  @Test(
    "What a terminal sends is a key",
    arguments: [
      ("a", .character("a")), (" ", .character(" ")), ("é", .character("é")),
      ("/", .character("/")), ("😀", .character("😀")),
      ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
      ("\u{3}", .interrupt), ("\u{4}", .control("d")), ("\u{C}", .control("l")),
      ("\u{1B}", .escape), ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[B", .down),
      ("\u{1B}[C", .right), ("\u{1B}[D", .left), ("\u{1B}[1;5C", .right), ("\u{1B}[H", .home),
      ("\u{1B}[1~", .home), ("\u{1B}[7~", .home), ("\u{1B}[F", .end), ("\u{1B}[4~", .end),
      ("\u{1B}[8~", .end), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp),
      ("\u{1B}[6~", .pageDown), ("\u{1B}OM", .enter), ("\u{1B}[15~", .unknown),
      ("\u{1B}[Z", .unknown), ("\u{1B}x", .unknown), ("\u{1B}[", .unknown), ("\u{0}", .unknown),
      ("\u{1C}", .unknown),
    ] as [(String, Key)])
  func key(sent: String, key: Key) {
    #expect(keys(Array(sent.utf8)) == [key])
  }

  @Test func `keys one after the other are told apart`() {
    #expect(
      keys(Array("a\u{1B}[Aé\u{1B}[15~q".utf8))
        == [.character("a"), .up, .character("é"), .unknown, .character("q")])
  }

  /// No sequence of three bytes leaves it waiting for ever or loses the key after it.
  @Test func `what is no key does not keep the next one`() {
    for first in UInt8.min...UInt8.max {
      for second in stride(from: UInt8.min, to: UInt8.max, by: 5) {
        var decoder = KeyDecoder()
        for byte in [first, second] { _ = decoder.take(byte) }
        _ = decoder.flush()
        #expect(!decoder.isWaiting)
        #expect(decoder.take(UInt8(ascii: "q")) == .character("q"))
      }
    }
  }

  @Test func `an escape that never ends is given up`() {
    var decoder = KeyDecoder()
    let taken = ([0x1B, UInt8(ascii: "[")] + Array(repeating: UInt8(ascii: "1"), count: 30))
      .compactMap { decoder.take($0) }
    #expect(taken.first == .unknown)
  }
}
