public import Tensors

/// What makes one cell of a value, as data that `Rendering` draws.
///
/// `total` recomputes the cell from the terms in the order in which they are printed.
public struct CellTerms: Sendable, Hashable {
  /// How the terms become one number.
  public enum Combination: Sendable, Hashable {
    /// Their sum; with a divisor, divided by it.
    case sum
    /// The largest of them.
    case maximum
    /// The smallest of them.
    case minimum
    /// A function of them in turn, as it is written: `relu`, `/`, `^`.
    case function(String)
  }

  /// How the terms become one number.
  public var combination: Combination
  /// The terms, in the order in which they are combined.
  public var terms: [CellTerm]
  /// Terms whose sum divides the rest; none means nothing divides.
  public var divisor: [CellTerm]
  /// How an address was worked out, a line each: row → channel, tap row, tap column.
  public var notes: [String]
  /// The cell itself.
  public var result: Double

  /// Makes the terms of a cell.
  public init(
    _ terms: [CellTerm], combinedBy combination: Combination = .sum, divisor: [CellTerm] = [],
    notes: [String] = [], result: Double
  ) {
    self.combination = combination
    self.terms = terms
    self.divisor = divisor
    self.notes = notes
    self.result = result
  }

  /// The cell as the terms make it, in f64 and in the printed order; nil for a function, which is
  /// not recomputed.
  public var total: Double? {
    let values = terms.map(\.value)
    let whole: Double?
    switch combination {
    case .sum: whole = values.reduce(0, +)
    case .maximum: whole = values.max()
    case .minimum: whole = values.min()
    case .function: whole = nil
    }
    guard !divisor.isEmpty, let whole else { return whole }
    return whole / divisor.map(\.value).reduce(0, +)
  }
}

/// One addend of a cell: a product of factors, with a sign.
public struct CellTerm: Sendable, Hashable {
  /// The factors, in the order in which they are printed.
  public var factors: [CellFactor]
  /// Whether the product is subtracted.
  public var isNegative: Bool
  /// Whether this term is the one that was picked: a pool's winner.
  public var isWinner: Bool

  /// Makes a term.
  public init(_ factors: [CellFactor], isNegative: Bool = false, isWinner: Bool = false) {
    self.factors = factors
    self.isNegative = isNegative
    self.isWinner = isWinner
  }

  /// The product, with its sign.
  public var value: Double {
    let product = factors.map(\.value).reduce(1, *)
    return isNegative ? -product : product
  }
}

/// One factor of a term: a cell of an operand, padding, or a number.
public struct CellFactor: Sendable, Hashable {
  /// Where the number comes from.
  public enum Source: Sendable, Hashable {
    /// A cell of an operand.
    case cell(operand: Int, CellIndex)
    /// Padding of an operand, on the side that is named.
    case padding(operand: Int, side: String)
    /// A number of the operation's own, with what it is called.
    case constant(String)
  }

  /// Where the number comes from.
  public var source: Source
  /// The number.
  public var value: Double

  /// Makes a factor.
  public init(_ source: Source, _ value: Double) {
    self.source = source
    self.value = value
  }
}
