public import Tensors

/// Einstein's summation: `einsum "bihwkl,oikl->bohw" windows k`.
public struct EinsumOperation: Operation {
  /// The formula.
  public let formula: EinsumFormula
  private let text: String

  /// Makes the operation of a formula's text.
  ///
  /// - Throws: `TensorError.einsum` if the text is malformed.
  public init(_ text: String) throws(TensorError) {
    self.text = text
    formula = try EinsumFormula(text)
  }

  /// `einsum`.
  public var verb: String { "einsum" }
  /// The formula in quotes.
  public var options: String { "\"\(text)\"" }

  /// The sum over the letters that the output leaves out.
  public func value(of operands: Operands) throws -> Value {
    .tensor(try .einsum(formula, operands.map { value throws(TensorError) in try value.tensor() }))
  }
  /// The formula stands before the operands.
  public var notation: OperationNotation { .formula }

  /// Another einsum, of the upstream and the other operand, with the letters rearranged. Letters
  /// that only this operand has and the output leaves out were summed: the gradient is repeated
  /// along them. Letters that it has twice took its diagonal: the gradient is 0 off it.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    let own = formula.terms[operand].unique
    let other = formula.terms.count == 2 ? formula.terms[1 - operand] : []
    let known = own.filter { formula.output.contains($0) || other.contains($0) }
    let sources = formula.terms.count == 2 ? [formula.output, other] : [formula.output]
    let text = sources.map { String($0) }.joined(separator: ",") + "->" + String(known)
    var operands = [upstream]
    if formula.terms.count == 2 { operands.append(step.operands[1 - operand]) }
    let lengths = try formula.lengths(step.operands.map(\.value.shape))
    func shape(_ length: (Character) -> Int) throws -> Shape { try Shape(own.map(length)) }
    let gradient = try Node(EinsumOperation(text), Operands(operands))
      .reshaped(to: shape { known.contains($0) ? lengths[$0] ?? 1 : 1 })
      .broadcast(to: shape { lengths[$0] ?? 1 })
    guard own.count < formula.terms[operand].count else { return gradient }
    let axes = formula.terms[operand].map { own.firstIndex(of: $0) ?? 0 }
    return try Node(DiagonalOperation(axes), [gradient])
  }

  /// The sum of products over the letters that the output leaves out, the first letter slowest.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let fixed = Dictionary(uniqueKeysWithValues: zip(formula.output, cell.array))
    let terms = try assignments(extending: fixed, in: step).map { numbers in
      CellTerm(
        formula.terms.enumerated().map { operand, letters in
          step.factor(CellIndex(letters.map { numbers[$0] ?? 0 }), of: operand)
        })
    }
    return CellTerms(terms, result: step.cell(cell))
  }

  /// The outputs that share the cell's letters; none for a cell off a diagonal that is taken.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    var fixed: [Character: Int] = [:]
    for (letter, number) in zip(formula.terms[operand], cell.array) {
      if let known = fixed[letter], known != number { return [] }
      fixed[letter] = number
    }
    let other = formula.terms.count == 2 ? formula.terms[1 - operand] : []
    let free = formula.output.filter { fixed[$0] == nil }
    let isProduct =
      formula.terms.count == 2
      && other.allSatisfy { fixed[$0] != nil || free.contains($0) }
    return try assignments(of: free, extending: fixed, in: step).map { numbers in
      let result = CellIndex(formula.output.map { numbers[$0] ?? 0 })
      guard isProduct else { return CellReader(result) }
      let index = CellIndex(other.map { numbers[$0] ?? 0 })
      return CellReader(result, weight: step.factor(index, of: 1 - operand))
    }
  }

  /// In either operand.
  public func isLinear(in operands: Set<Int>) -> Bool { operands.count == 1 }

  /// All numbers for the letters that are still free.
  private func assignments(
    of letters: [Character]? = nil, extending fixed: [Character: Int], in step: Step
  ) throws -> [[Character: Int]] {
    let lengths = try formula.lengths(step.operands.map(\.value.shape))
    let free = (letters ?? Array(formula.terms.joined()).unique).filter { fixed[$0] == nil }
    return free.reduce([fixed]) { partial, letter in
      partial.flatMap { numbers in
        (0..<(lengths[letter] ?? 1)).map { number in
          numbers.merging([letter: number]) { $1 }
        }
      }
    }
  }
}

extension [Character] {
  /// The letters, each once, in the order in which they come.
  fileprivate var unique: [Character] {
    var seen: Set<Character> = []
    return filter { seen.insert($0).inserted }
  }
}
