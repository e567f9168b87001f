/// Powers of ten and the places of numbers among them.
enum PowersOfTen {
  /// The highest power whose double is exact.
  static let highestExact = 22

  /// 10^0 … 10^22, all exact.
  static let exact: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The exponent of a finite number other than 0 in scientific notation: 3 for 1234.
  static func exponent(of value: Double) -> Int {
    let magnitude = value.magnitude
    // The numbers people look at need no digits to be made.
    if magnitude >= 1, magnitude < 1e22 {
      var exponent = Int(Double(magnitude.exponent) * 0.30102999566398120)
      if magnitude >= exact[exponent + 1] { exponent += 1 }
      return exponent
    }
    if magnitude < 1, magnitude >= 1e-22 {
      var exponent = 1
      while exponent < highestExact, magnitude < 1 / exact[exponent] { exponent += 1 }
      return -exponent
    }
    return ExactDecimal(value).point - 1
  }
}
