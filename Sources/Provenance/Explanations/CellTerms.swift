#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What makes one cell of a value, as data that `Rendering` draws.
///
/// Every cell of an operand that the value reads is named in a term. `total` recomputes the cell
/// from the terms in the order in which they are printed.
public struct CellTerms: Sendable, Hashable {
  /// How the terms become one number.
  public enum Combination: Sendable, Hashable {
    /// Their sum; with a divisor, divided by it.
    case sum
    /// The largest of them; a NaN is larger than any number.
    case maximum
    /// The smallest of them; a NaN is smaller than any number.
    case minimum
    /// The first to the power of the second.
    case power
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

  /// The cell as the terms make it, in f64 and in the printed order.
  public var total: Double {
    let values = terms.map(\.value)
    let whole =
      switch combination {
      case .sum: values.reduce(0, +)
      case .maximum: values.dropFirst().reduce(values.first ?? 0) { $1 <= $0 || $0.isNaN ? $0 : $1 }
      case .minimum: values.dropFirst().reduce(values.first ?? 0) { $1 >= $0 || $0.isNaN ? $0 : $1 }
      case .power: values.count == 2 ? pow(values[0], values[1]) : .nan
      }
    return divisor.isEmpty ? whole : whole / divisor.map(\.value).reduce(0, +)
  }

  /// The cells of operands that are named, each once, in the printed order.
  public var cells: [CellReference] {
    var seen: Set<CellReference> = []
    return (terms + divisor).flatMap(\.factors).flatMap(\.source.cells).filter {
      seen.insert($0).inserted
    }
  }
}
