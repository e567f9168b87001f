/// A distance between labelled numbers: 1, 2 or 5 times a power of ten.
struct NiceStep: Hashable {
  /// 1, 2 or 5.
  let mantissa: Int
  let exponent: Int

  /// The steps in rising order, from one below a number up.
  ///
  /// - Parameter number: above 0, finite.
  static func rising(from number: Double) -> some Sequence<NiceStep> {
    let first = PowersOfTen.exponent(of: number) - 1
    return (first...first + 4).lazy.flatMap { exponent in
      [1, 2, 5].map { NiceStep(mantissa: $0, exponent: exponent) }
    }
  }

  /// The smallest step that is not below a number; nil past the largest number there is.
  static func notBelow(_ number: Double) -> NiceStep? {
    rising(from: number).first { $0.value >= number && $0.value.isFinite }
  }

  /// The step as a number.
  var value: Double { multiple(1) }

  /// A multiple of the step, the nearest number to it.
  func multiple(_ count: Int) -> Double {
    let whole = Double(count * mantissa)
    guard exponent.magnitude <= PowersOfTen.highestExact else {
      return Double("\(count * mantissa)e\(exponent)") ?? whole
    }
    let power = PowersOfTen.exact[Int(exponent.magnitude)]
    return exponent < 0 ? whole / power : whole * power
  }

  /// Plain labels are not replaced by shorter ones up to this length.
  private static let usualLabel = 7

  /// Multiples of the step as labels of one form: `0.05 0.10`, or `1e-07 2e-07` where plain ones
  /// would be long.
  func labels(_ counts: [Int]) -> [String] {
    let most = counts.reduce(1) { max($0, significantDigits($1 * mantissa)) }
    // The longest plain label, without a minus.
    let digits = counts.reduce(1) { max($0, String(($1 * mantissa).magnitude).utf8.count) }
    let plainWidth = exponent < 0 ? max(digits, 1 - exponent) + 1 : digits + exponent
    let scientificWidth = (most > 1 ? most + 1 : 1) + (exponent.magnitude < 99 ? 4 : 5)
    if plainWidth <= max(Self.usualLabel, scientificWidth) {
      return counts.map { plain($0 * mantissa) }
    }
    let format = NumberFormat.scientific(digits: most)
    return counts.map { $0 == 0 ? "0" : format.text(of: multiple($0)) }
  }

  private func plain(_ number: Int) -> String {
    var digits = String(number.magnitude)
    if exponent >= 0 {
      if number != 0 { digits += String(repeating: "0", count: exponent) }
    } else {
      let missing = 1 - exponent - digits.utf8.count
      digits = String(repeating: "0", count: max(0, missing)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: exponent))
    }
    return (number < 0 ? "-" : "") + digits
  }

  private func significantDigits(_ number: Int) -> Int {
    var number = number.magnitude
    while number > 0, number % 10 == 0 { number /= 10 }
    return String(number).utf8.count
  }
}
