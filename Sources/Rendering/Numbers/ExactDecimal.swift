/// Every decimal digit of a finite double: what correct rounding to any place starts from.
struct ExactDecimal: Hashable {
  /// The digits, the most significant first and not 0; none for zero.
  private(set) var digits: [UInt8]
  /// The number is 0.d₁d₂d₃… · 10^`point`.
  private(set) var point: Int

  private static let limbBase: UInt64 = 1_000_000_000

  /// Expands a magnitude; its sign is dropped.
  ///
  /// A double is m · 2^e. For e < 0 it is m · 5^−e / 10^−e, whole digits with a shifted point.
  init(_ value: Double) {
    let magnitude = value.magnitude
    digits = []
    point = 0
    guard magnitude > 0, magnitude.isFinite else { return }
    let isNormal = magnitude.isNormal
    var significand = magnitude.significandBitPattern | (isNormal ? 1 << 52 : 0)
    var exponent = (isNormal ? Int(magnitude.exponentBitPattern) : 1) - 1075
    let zeros = significand.trailingZeroBitCount
    significand >>= UInt64(zeros)
    exponent += zeros
    var limbs = [
      significand % Self.limbBase, significand / Self.limbBase % Self.limbBase,
      significand / Self.limbBase / Self.limbBase,
    ]
    let factor: UInt64 = exponent < 0 ? 5 : 2
    let largest = exponent < 0 ? 12 : 29
    var rest = exponent.magnitude
    while rest > 0 {
      let step = min(Int(rest), largest)
      Self.multiply(&limbs, by: (0..<step).reduce(1) { product, _ in product * factor })
      rest -= UInt(step)
    }
    digits = Self.digits(of: limbs)
    point = digits.count + min(0, exponent)
    while digits.last == 0 { digits.removeLast() }
  }

  /// Rounds to a number of leading digits, a tie to the even digit; a negative number keeps none.
  func rounded(keeping count: Int) -> ExactDecimal {
    guard count < digits.count else { return self }
    var result = self
    guard count >= 0 else {
      result.digits = []
      return result
    }
    let next = digits[count]
    let isTie = next == 5 && count + 1 == digits.count
    let isOdd = count > 0 && digits[count - 1] % 2 == 1
    result.digits.removeLast(digits.count - count)
    if next > 5 || (next == 5 && (!isTie || isOdd)) { result.increment() }
    while result.digits.last == 0 { result.digits.removeLast() }
    return result
  }

  /// The digit at a place: 0 is the first one, and what lies outside is 0.
  subscript(place: Int) -> UInt8 {
    place >= 0 && place < digits.count ? digits[place] : 0
  }

  private mutating func increment() {
    var place = digits.count - 1
    while place >= 0, digits[place] == 9 {
      digits[place] = 0
      place -= 1
    }
    if place >= 0 {
      digits[place] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
  }

  private static func multiply(_ limbs: inout [UInt64], by factor: UInt64) {
    var carry: UInt64 = 0
    for place in limbs.indices {
      let product = limbs[place] * factor + carry
      limbs[place] = product % limbBase
      carry = product / limbBase
    }
    if carry > 0 { limbs.append(carry) }
  }

  private static func digits(of limbs: [UInt64]) -> [UInt8] {
    var digits: [UInt8] = []
    for limb in limbs.reversed() {
      var divisor = limbBase / 10
      while divisor > 0 {
        let digit = UInt8(limb / divisor % 10)
        if digit > 0 || !digits.isEmpty { digits.append(digit) }
        divisor /= 10
      }
    }
    return digits
  }
}
