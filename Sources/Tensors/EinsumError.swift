/// Why an einsum formula does not work.
public enum EinsumError: Hashable, Sendable {
  /// Not of the form `ab,bc->ac`.
  case malformed(String, reason: String)
  /// Another number of operands than terms before the arrow.
  case operandCount(terms: Int, operands: Int)
  /// A term with another number of letters than its operand has dimensions.
  case termRank(String, Shape)
  /// A letter that stands for two lengths.
  case lengthMismatch(Character, Int, Int)
  /// A letter after the arrow that no operand has.
  case unknownOutputLetter(Character)
  /// A letter that comes twice after the arrow.
  case repeatedOutputLetter(Character)
}
