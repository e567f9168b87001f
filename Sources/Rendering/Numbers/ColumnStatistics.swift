/// What of a column's numbers decides how they are written.
struct ColumnStatistics: Hashable {
  /// The smallest and the largest finite number.
  private(set) var minimum = 0.0
  private(set) var maximum = 0.0
  /// The smallest magnitude other than 0; infinite if there is none.
  private(set) var smallest = Double.infinity
  /// The decimals with which the number that needs the most is exact, at most `mostDecimals`.
  private(set) var decimals = 0
  /// Columns that NaN and infinities take.
  private(set) var nonFiniteWidth = 0
  private(set) var isEmpty = true
  /// How many numbers have the exponent 3, 2, … −28, clamped.
  private var exponents = SIMD32<Int32>.zero

  static let mostDecimals = 21
  private static let firstExponent = 3

  /// Makes the statistics of no numbers.
  init() {}

  /// The largest magnitude.
  var largest: Double { max(maximum, -minimum) }

  /// Whether all finite numbers are whole, and not too long to be written out.
  var isWhole: Bool { decimals == 0 && largest < NumberFormat.largestWhole }

  /// Counts a number in.
  ///
  /// - Parameter isSingle: whether its type is f32, whose 0.1 is exact with one decimal.
  mutating func add(_ value: Double, isSingle: Bool) {
    guard value.isFinite else {
      nonFiniteWidth = max(nonFiniteWidth, value == -.infinity ? 4 : 3)
      return
    }
    minimum = isEmpty ? value : min(minimum, value)
    maximum = isEmpty ? value : max(maximum, value)
    isEmpty = false
    guard value != 0 else { return }
    smallest = min(smallest, value.magnitude)
    while decimals < Self.mostDecimals,
      !Self.isExact(value, decimals: decimals, isSingle: isSingle)
    { decimals += 1 }
    let place = Self.firstExponent - PowersOfTen.exponent(of: value)
    exponents[min(max(0, place), exponents.scalarCount - 1)] += 1
  }

  /// Counts another column's numbers in.
  mutating func add(_ other: ColumnStatistics) {
    nonFiniteWidth = max(nonFiniteWidth, other.nonFiniteWidth)
    guard !other.isEmpty else { return }
    minimum = isEmpty ? other.minimum : min(minimum, other.minimum)
    maximum = isEmpty ? other.maximum : max(maximum, other.maximum)
    isEmpty = false
    smallest = min(smallest, other.smallest)
    decimals = max(decimals, other.decimals)
    exponents &+= other.exponents
  }

  /// Whether so many decimals show the largest number with half its digits, and three quarters of
  /// all as something other than nothing.
  func isReadable(decimals: Int, digits: Int) -> Bool {
    let exact = decimals >= self.decimals
    let shown = largest > 0 ? PowersOfTen.exponent(of: largest) + decimals + 1 : 1
    guard exact || shown >= min(2, digits) else { return false }
    var all = 0
    var vanishing = 0
    for place in 0..<exponents.scalarCount {
      all += Int(exponents[place])
      if Self.firstExponent - place < -decimals - 1 { vanishing += Int(exponents[place]) }
    }
    return vanishing * 4 <= all
  }

  /// The columns that the widest number takes in a format.
  func width(in format: NumberFormat) -> Int {
    guard !isEmpty else { return max(1, nonFiniteWidth) }
    var width = max(format.text(of: minimum).utf8.count, format.text(of: maximum).utf8.count)
    if case .scientific(let digits) = format, smallest.isFinite {
      // The longest exponent may be the smallest number's; a minus may come with it.
      let text = NumberFormat.scientific(digits: digits).text(of: smallest)
      width = max(width, text.utf8.count + (minimum < 0 ? 1 : 0))
    }
    return max(width, nonFiniteWidth)
  }

  /// Whether the decimal with so many places that is nearest to a number means that number: both
  /// are the same f64 (or f32).
  private static func isExact(_ value: Double, decimals: Int, isSingle: Bool) -> Bool {
    let power = PowersOfTen.exact[decimals]
    let scaled = (value * power).rounded()
    guard scaled.magnitude < 0x1p53 else { return value == value.rounded() }
    let decimal = scaled / power
    return isSingle ? Float(decimal) == Float(value) : decimal == value
  }
}
