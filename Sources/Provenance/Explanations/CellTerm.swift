/// One addend of a cell: a product of factors, with a sign.
public struct CellTerm: Sendable, Hashable {
  /// The factors, in the order in which they are printed.
  public var factors: [CellFactor]
  /// Whether the product is subtracted.
  public var isNegative: Bool
  /// Whether this term is the one that was picked: a pool's winner.
  public var isWinner: Bool
  /// Where the term stands: the tap, the window, the column entry; empty where that says nothing.
  public var note: String

  /// Makes a term.
  public init(
    _ factors: [CellFactor], isNegative: Bool = false, isWinner: Bool = false, note: String = ""
  ) {
    self.factors = factors
    self.isNegative = isNegative
    self.isWinner = isWinner
    self.note = note
  }

  /// The product, with its sign.
  public var value: Double {
    let product = factors.dropFirst().reduce(factors.first?.value ?? 1) { $0 * $1.value }
    return isNegative ? -product : product
  }
}
