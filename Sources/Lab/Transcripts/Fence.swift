/// A line that opens a block of code in Markdown (CommonMark 0.31, "Fenced code blocks").
struct Fence: Hashable, Sendable {
  /// The first word after the fence: the language of what is in the block.
  let mark: String
  private let character: Character
  private let length: Int

  /// Reads a line; nil if it opens no block.
  init?(opening line: String) {
    guard let first = line.first, first == "`" || first == "~" else { return nil }
    let rest = line.drop { $0 == first }
    length = line.count - rest.count
    guard length >= 3, first == "~" || !rest.contains("`") else { return nil }
    character = first
    mark = String(rest.drop { $0 == " " }.prefix { $0 != " " })
  }

  /// Whether a line closes the block: a fence as long or longer, and nothing after it.
  func isClosed(by line: String) -> Bool {
    let rest = line.drop { $0 == character }
    return line.count - rest.count >= length && rest.allSatisfy { $0 == " " }
  }
}
