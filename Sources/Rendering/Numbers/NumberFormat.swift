/// How the numbers of one column are written.
///
/// Written numbers are correctly rounded: the decimal that is nearest to the cell's exact value, a
/// tie to the even digit, as C's `printf` and Python's `format` have it.
public enum NumberFormat: Hashable, Sendable {
  /// So many decimals; none for whole numbers.
  case fixed(decimals: Int)
  /// One digit, a point, the rest of so many significant digits and an exponent: `1.235e-05`.
  case scientific(digits: Int)

  /// The number in this format. A zero has no sign, however it came to be one: a number that rounds
  /// to nothing is written without a minus.
  public func text(of value: Double) -> String {
    guard value.isFinite else { return Self.nonFinite(value) }
    switch self {
    case .fixed(let decimals): return Self.fixed(value, decimals: max(0, decimals))
    case .scientific(let digits): return Self.scientific(value, digits: max(1, digits))
    }
  }

  /// `NaN`, `inf` or `-inf`.
  static func nonFinite(_ value: Double) -> String {
    value.isNaN ? "NaN" : value < 0 ? "-inf" : "inf"
  }

  /// The columns that follow the units digit: point, decimals, exponent. A lone 0 leaves them blank.
  var columnsAfterUnits: Int {
    switch self {
    case .fixed(let decimals): decimals > 0 ? decimals + 1 : 0
    case .scientific(let digits): (digits > 1 ? digits : 0) + 4
    }
  }

  private static func fixed(_ value: Double, decimals: Int) -> String {
    guard let scaled = scaled(value, decimals: decimals) else {
      return exactFixed(value, decimals: decimals)
    }
    var digits = String(scaled)
    let missing = decimals + 1 - digits.utf8.count
    if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
    var text = value < 0 && scaled > 0 ? "-" : ""
    text += digits.dropLast(decimals)
    if decimals > 0 {
      text += "."
      text += digits.suffix(decimals)
    }
    return text
  }

  /// |value| · 10^decimals rounded to a whole number, a tie to even; nil if it may not be exact.
  ///
  /// The fused multiply-add gives the product's rounding error exactly, and that error decides what
  /// the rounded product alone would get wrong: products that look like ties.
  private static func scaled(_ value: Double, decimals: Int) -> UInt64? {
    guard decimals <= PowersOfTen.highestExact else { return nil }
    let magnitude = value.magnitude
    let power = PowersOfTen.exact[decimals]
    let product = magnitude * power
    guard product < 0x1p51 else { return nil }
    if product < 0.25 { return 0 }
    let error = (-product).addingProduct(magnitude, power)
    let nearest = product.rounded(.toNearestOrEven)
    let difference = product - nearest
    if difference == 0.5, error > 0 { return UInt64(nearest) + 1 }
    if difference == -0.5, error < 0 { return UInt64(nearest) - 1 }
    return UInt64(nearest)
  }

  private static func exactFixed(_ value: Double, decimals: Int) -> String {
    let exact = ExactDecimal(value)
    let rounded = exact.rounded(keeping: exact.point + decimals)
    let isZero = rounded.digits.isEmpty
    let point = isZero ? 0 : rounded.point
    var text = value < 0 && !isZero ? "-" : ""
    if point <= 0 { text += "0" }
    for place in 0..<max(0, point) { text += String(rounded[place]) }
    if decimals > 0 { text += "." }
    for place in point..<(point + decimals) { text += String(rounded[place]) }
    return text
  }

  private static func scientific(_ value: Double, digits: Int) -> String {
    let rounded = ExactDecimal(value).rounded(keeping: digits)
    guard !rounded.digits.isEmpty else { return "0" }
    let exponent = rounded.point - 1
    var text = value < 0 ? "-" : ""
    text += String(rounded[0])
    if digits > 1 {
      text += "."
      for place in 1..<digits { text += String(rounded[place]) }
    }
    let power = String(exponent.magnitude)
    return text + (exponent < 0 ? "e-" : "e+") + (power.utf8.count < 2 ? "0" : "") + power
  }
}
