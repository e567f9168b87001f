/// A parsed einsum formula: `bihwkl,oikl->bohw`.
///
/// Each letter names a dimension. A letter of two terms is matched, a letter that the output leaves
/// out is summed, a letter that comes twice in one term takes that term's diagonal.
public struct EinsumFormula: Hashable, Sendable {
  /// The letters of each operand.
  public let terms: [[Character]]
  /// The letters of the result.
  public let output: [Character]

  /// Reads a formula; without `->` the output is the letters that come once, in alphabetical order.
  ///
  /// - Throws: `TensorError.einsum` saying what is malformed.
  public init(_ text: String) throws(TensorError) {
    let compact = text.filter { $0 != " " }
    let sides = Self.sides(of: compact)
    guard sides.count <= 2 else { throw .einsum(.malformed(text, reason: "it has two arrows")) }
    let terms = sides[0].split(separator: ",", omittingEmptySubsequences: false).map(Array.init)
    for letter in terms.joined() where !letter.isLetter {
      throw .einsum(.malformed(text, reason: "`\(letter)` is not a letter"))
    }
    self.terms = terms
    if sides.count == 2 {
      output = Array(sides[1])
    } else {
      var counts: [Character: Int] = [:]
      for letter in terms.joined() { counts[letter, default: 0] += 1 }
      output = counts.filter { $0.value == 1 }.keys.sorted()
    }
    guard (1...2).contains(terms.count) else {
      throw .einsum(.malformed(text, reason: "it has \(terms.count) operands; one or two work"))
    }
    var seen: Set<Character> = []
    for letter in output {
      guard terms.joined().contains(letter) else { throw .einsum(.unknownOutputLetter(letter)) }
      guard seen.insert(letter).inserted else { throw .einsum(.repeatedOutputLetter(letter)) }
    }
  }

  private static func sides(of text: String) -> [String] {
    var sides = [""]
    var previous: Character?
    for character in text {
      if previous == "-", character == ">" {
        sides[sides.count - 1].removeLast()
        sides.append("")
      } else {
        sides[sides.count - 1].append(character)
      }
      previous = character
    }
    return sides
  }

  /// The length each letter stands for.
  ///
  /// - Throws: `TensorError.einsum` where the operands do not fit the terms.
  public func lengths(_ shapes: [Shape]) throws(TensorError) -> [Character: Int] {
    guard shapes.count == terms.count else {
      throw .einsum(.operandCount(terms: terms.count, operands: shapes.count))
    }
    var lengths: [Character: Int] = [:]
    for (term, shape) in zip(terms, shapes) {
      guard term.count == shape.rank else { throw .einsum(.termRank(String(term), shape)) }
      for (axis, letter) in term.enumerated() {
        if let known = lengths[letter], known != shape[axis] {
          throw .einsum(.lengthMismatch(letter, known, shape[axis]))
        }
        lengths[letter] = shape[axis]
      }
    }
    return lengths
  }
}
