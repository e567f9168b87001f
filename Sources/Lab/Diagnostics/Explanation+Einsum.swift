import Tensors

extension Explanation {
  /// The words for a formula that does not work.
  init(_ error: EinsumError) {
    switch error {
    case .malformed(_, let reason):
      self.init(
        "the formula does not read: \(reason)", role: "formula", help: "for example \"ij,jk->ik\"")
    case .operandCount(let terms, let operands):
      let has = terms == 1 ? "1 term" : "\(terms) terms"
      self.init(
        "the formula has \(has) for \(operands == 1 ? "1 operand" : "\(operands) operands")",
        role: "formula")
    case .termRank(let term, let shape):
      let letters = term.count == 1 ? "1 letter" : "\(term.count) letters"
      self.init("`\(term)` has \(letters) for a value of shape \(shape)", role: "formula")
    case .lengthMismatch(let letter, let first, let second):
      self.init("`\(letter)` stands for \(first) and for \(second)", role: "formula")
    case .unknownOutputLetter(let letter):
      self.init("`\(letter)` comes after the arrow only", role: "formula")
    case .repeatedOutputLetter(let letter):
      self.init("`\(letter)` comes twice after the arrow", role: "formula")
    }
  }
}
