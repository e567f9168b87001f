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
  public func value(of operands: [Value]) throws -> Value {
    .tensor(try .einsum(formula, operands.map { value throws(TensorError) in try value.tensor() }))
  }
}
