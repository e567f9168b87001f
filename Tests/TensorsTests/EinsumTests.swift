import Kernels
import Testing

@testable import Tensors

@Suite struct EinsumTests {
  static let lengths: [Character: Int] = ["a": 2, "b": 3, "c": 1]
  static let terms = lists(of: Array("abc"), upTo: 3)

  /// The sum by its definition: over every value of every letter.
  static func plain(
    _ terms: [[Character]], _ output: [Character], _ operands: [PlainTensor],
    _ lengths: [Character: Int]
  ) -> [Double] {
    let letters = lengths.keys.sorted().filter { letter in terms.contains { $0.contains(letter) } }
    var cells: [[Int]: Double] = [:]
    for values in PlainTensor.indices(letters.map { lengths[$0] ?? 0 }) {
      let value = Dictionary(uniqueKeysWithValues: zip(letters, values))
      func index(_ term: [Character]) -> [Int] { term.compactMap { value[$0] } }
      let product = zip(terms, operands).reduce(1.0) { $0 * $1.1[index($1.0)] }
      cells[index(output), default: 0] += product
    }
    return PlainTensor.indices(output.map { lengths[$0] ?? 0 }).map { cells[$0] ?? 0 }
  }

  static func check(
    _ terms: [[Character]], _ lengths: [Character: Int], outputs: [[Character]]
  ) throws {
    let operands = try terms.enumerated().map { number, term in
      try Tensor.counting(term.map { lengths[$0] ?? 0 }, from: Double(number + 1))
    }
    let plain = operands.map { PlainTensor($0) }
    for output in outputs {
      let formula = terms.map { String($0) }.joined(separator: ",") + "->" + String(output)
      let result = try Tensor.einsum(EinsumFormula(formula), operands)
      let expected = Self.plain(terms, output, plain, lengths)
      #expect(result.shape.lengths == output.map { lengths[$0] ?? 0 }, "\(formula)")
      #expect(result.array == expected, "\(formula)")
    }
  }

  @Test("every formula of one operand of up to three letters", arguments: terms)
  func one(_ term: [Character]) throws {
    let present = Array("abc").filter(term.contains)
    try Self.check([term], Self.lengths, outputs: choices(of: present))
    try Self.check([term], ["a": 2, "b": 0, "c": 3], outputs: choices(of: present))
  }

  @Test("every formula of two operands of up to three letters in all", arguments: terms)
  func two(_ first: [Character]) throws {
    for second in Self.terms where first.count + second.count <= 4 {
      let present = Array("abc").filter { first.contains($0) || second.contains($0) }
      try Self.check([first, second], Self.lengths, outputs: choices(of: present))
    }
  }

  @Test("without an arrow the letters that come once stay, in alphabetical order")
  func implicit() throws {
    for (text, output) in [
      ("ba", "ab"), ("ij,jk", "ik"), ("aab", "b"), ("ij,ij", ""), ("b,a", "ab"),
    ] {
      #expect(try String(EinsumFormula(text).output) == output)
    }
    #expect(
      try Tensor.einsum(EinsumFormula("ba"), [.counting([2, 3])]).array == [0, 3, 1, 4, 2, 5])
  }

  @Test("spaces are left aside, letters of any script do")
  func spelling() throws {
    #expect(try EinsumFormula(" i j , jk -> ik ") == EinsumFormula("ij,jk->ik"))
    #expect(try EinsumFormula("αβ->βα").output == ["β", "α"])
  }

  @Test("a convolution over windows, and its gradients by weight and by window")
  func convolution() throws {
    let lengths: [Character: Int] = ["b": 2, "i": 2, "h": 3, "w": 2, "k": 2, "l": 3, "o": 2]
    for (first, second, output) in [
      ("bihwkl", "oikl", "bohw"), ("bihwkl", "bohw", "oikl"), ("bohwkl", "oikl", "bihw"),
    ] {
      try Self.check([Array(first), Array(second)], lengths, outputs: [Array(output)])
    }
  }

  @Test("operands of every layout and both types")
  func layouts() throws {
    let formula = try EinsumFormula("abc,cb->ac")
    let (left, right) = try (Tensor.counting([2, 3, 2]), Tensor.counting([2, 3], .f32))
    let expected = try Tensor.einsum(formula, [left, right])
    #expect(expected.elementType == .f64)
    for a in try left.layouts {
      for b in try right.layouts {
        #expect(try Tensor.einsum(formula, [a, b]).array == expected.array)
      }
    }
  }

  @Test(
    "formulas that cannot be read",
    arguments: [
      ("a->b->c", EinsumError.malformed("a->b->c", reason: "it has two arrows")),
      ("a1,b", .malformed("a1,b", reason: "`1` is not a letter")),
      ("i-j", .malformed("i-j", reason: "`-` is not a letter")),
      ("a,b,c->a", .malformed("a,b,c->a", reason: "it has 3 operands; one or two work")),
      ("ab->c", .unknownOutputLetter("c")), ("ab->aba", .repeatedOutputLetter("a")),
      ("ab->a,b", .unknownOutputLetter(",")),
    ])
  func malformed(_ text: String, _ error: EinsumError) {
    #expect(throws: TensorError.einsum(error)) { try EinsumFormula(text) }
  }

  @Test("operands that do not fit the formula")
  func misfits() throws {
    let (a, b) = try (Tensor.counting([2, 3]), Tensor.counting([4, 2]))
    let formula = try EinsumFormula("ij,jk->ik")
    #expect(throws: TensorError.einsum(.operandCount(terms: 2, operands: 1))) {
      try Tensor.einsum(formula, [a])
    }
    #expect(throws: TensorError.einsum(.operandCount(terms: 2, operands: 3))) {
      try Tensor.einsum(formula, [a, b, b])
    }
    #expect(throws: TensorError.einsum(.lengthMismatch("j", 3, 4))) {
      try Tensor.einsum(formula, [a, b])
    }
    #expect(throws: TensorError.einsum(.termRank("jk", try Shape([2])))) {
      try Tensor.einsum(formula, [a, .counting([2])])
    }
    #expect(throws: TensorError.einsum(.lengthMismatch("i", 2, 3))) {
      try Tensor.einsum(EinsumFormula("ii->i"), [a])
    }
  }
}
