/// A seeded stream of random numbers that is the same on every machine.
///
/// xoshiro256++ (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021), seeded
/// through splitmix64. Whatever is derived from it uses only +, -, *, / and the square root, which
/// IEEE 754 rounds alike everywhere; a libm would not.
public struct RandomSource: Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Starts the stream that belongs to `seed`.
  public init(seed: UInt64) {
    var mixed = seed
    func next() -> UInt64 {
      mixed &+= 0x9E37_79B9_7F4A_7C15
      var z = mixed
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    state = (next(), next(), next(), next())
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    func rotated(_ x: UInt64, _ by: UInt64) -> UInt64 { (x << by) | (x >> (64 - by)) }
    let result = rotated(state.0 &+ state.3, 23) &+ state.0
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotated(state.3, 45)
    return result
  }

  /// A number from 0 up to but not including 1, in steps of 2⁻⁵³.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A whole number from 0 up to but not including `bound`, each equally likely.
  public mutating func below(_ bound: Int) -> Int {
    let bound = UInt64(bound)
    while true {
      let product = next().multipliedFullWidth(by: bound)
      if product.low >= (0 &- bound) % bound { return Int(product.high) }
    }
  }

  /// A number of the standard normal distribution, by Marsaglia's polar method.
  public mutating func normal() -> Double {
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      if square > 0, square < 1 {
        return x * (-2 * Self.logarithm(square) / square).squareRoot()
      }
    }
  }

  /// The numbers from 0 to `count` - 1 in a random order (Fisher and Yates).
  public mutating func permutation(_ count: Int) -> [Int] {
    var places = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) { places.swapAt(last, below(last + 1)) }
    return places
  }

  /// The natural logarithm of a positive normal number, to a few ulp, in IEEE operations only.
  ///
  /// The argument is split into 2ᵉ·m with m near 1; log m = 2·artanh((m−1)/(m+1)) by its series.
  static func logarithm(_ x: Double) -> Double {
    var exponent = Double(x.exponent)
    var mantissa = x.significand
    if mantissa > 1.4142135623730951 {
      mantissa /= 2
      exponent += 1
    }
    let t = (mantissa - 1) / (mantissa + 1)
    let square = t * t
    var sum = 0.0
    for k in stride(from: 23, through: 1, by: -2) { sum = sum * square + 1 / Double(k) }
    return exponent * 0.6931471805599453 + 2 * t * sum
  }

  /// sin(2πx), to a few ulp of 1, in IEEE operations only.
  static func sineOfTurns(_ x: Double) -> Double {
    // |quarter| ≤ 1/4 after folding, so the argument stays within ±π/2.
    var part = x - x.rounded()
    if part > 0.25 { part = 0.5 - part }
    if part < -0.25 { part = -0.5 - part }
    let angle = 2 * Double.pi * part
    let square = angle * angle
    var term = angle
    var sum = angle
    for k in stride(from: 3, through: 25, by: 2) {
      term *= -square / Double(k * (k - 1))
      sum += term
    }
    return sum
  }
}
