import Testing

@testable import Language

@Suite struct NearestTests {
  @Test(arguments: [
    ("cov", "conv"), ("covn", "conv"), ("CONV", "conv"), ("conv2d", "conv"), ("zeroes", "zeros"),
    ("trans", "transpose"), ("poo", "pool"), ("xyz", nil), ("", nil), ("a", nil), ("conv", nil),
    ("größe", nil), ("gröse", "grösse"), (String(repeating: "a", count: 1000), nil),
  ])
  func `the nearest word is suggested when it is near`(_ word: String, _ expected: String?) {
    let words = ["conv", "zeros", "transpose", "pool", "grösse"]
    #expect(Nearest.match(word, among: words) == expected)
  }

  @Test func `of words equally near the first in the alphabet is taken`() {
    #expect(Nearest.match("bat", among: ["hat", "cat", "mat"]) == "cat")
  }

  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("abc", "abc", 0),
    ("ca", "abc", 3),
  ])
  func `a swap of neighbours is one edit`(_ first: String, _ second: String, _ distance: Int) {
    let (a, b) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
    #expect(Nearest.editDistance(a, b) == distance)
    #expect(Nearest.editDistance(b, a) == distance)
  }
}
