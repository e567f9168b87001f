extension NumberFormat {
  /// Whole numbers below this are written out.
  static let largestWhole = 1e15
  /// The exponents between which numbers with decimals are written out.
  static let fixedExponents = -4...5

  /// The decimals that show so many significant digits of a number of this size; nil if it takes
  /// scientific notation. A number that is not whole keeps one decimal.
  static func decimals(for largest: Double, digits: Int) -> Int? {
    let exponent = PowersOfTen.exponent(of: largest)
    return fixedExponents.contains(exponent) ? max(1, digits - 1 - exponent) : nil
  }

  /// The format of a column.
  ///
  /// Whole numbers stay whole. Numbers that are exact with fewer decimals get fewer: what is shown
  /// short is exact. Otherwise all columns of a table have the same decimals, unless a column would
  /// show next to nothing with them.
  ///
  /// - Parameters:
  ///   - shared: the decimals of the table's columns, nil if it has no such columns.
  ///   - digits: significant digits.
  static func chosen(for column: ColumnStatistics, shared: Int?, digits: Int) -> NumberFormat {
    if column.isWhole { return .fixed(decimals: 0) }
    let own = decimals(for: column.largest, digits: digits)
    for decimals in [own == nil ? nil : shared, own] {
      if let decimals, column.isReadable(decimals: decimals, digits: digits) {
        return .fixed(decimals: min(decimals, column.decimals))
      }
    }
    return .scientific(digits: digits)
  }

  /// The decimals that a table's columns share: those its largest number with decimals needs.
  static func sharedDecimals(of columns: [ColumnStatistics], digits: Int) -> Int? {
    columns.reduce(nil as Int?) { shared, column in
      guard !column.isWhole, let own = decimals(for: column.largest, digits: digits) else {
        return shared
      }
      return min(shared ?? own, own)
    }
  }

  /// One number by itself, without the zeros that only fill up: `0.02`, `-3.1`, `1.5e-09`.
  public static func text(of value: Double, digits: Int) -> String {
    var column = ColumnStatistics()
    column.add(value, isSingle: false)
    let digits = min(max(1, digits), RenderContext.mostDigits)
    return trimmed(chosen(for: column, shared: nil, digits: digits).text(of: value))
  }

  /// A written number without zeros at the end of its decimals.
  static func trimmed(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
    let parts = text.split(separator: "e", maxSplits: 1)
    guard var mantissa = parts.first else { return text }
    while mantissa.last == "0" { mantissa.removeLast() }
    if mantissa.last == "." { mantissa.removeLast() }
    return String(mantissa) + (parts.count > 1 ? "e" + parts[1] : "")
  }
}
