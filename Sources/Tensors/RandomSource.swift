import Kernels

/// A seeded stream of random numbers that is the same on every machine.
///
/// xoshiro256++ (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021), seeded
/// through splitmix64. Whatever is derived from it uses only +, -, *, / and the square root, which
/// IEEE 754 rounds alike everywhere; a libm would not.
public struct RandomSource: Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)
  /// The second of a pair of normal numbers whose first was taken.
  var spare: Double?

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
  @inline(__always)
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

  /// The next 64 bits of as many draws as there are places.
  mutating func fill(_ places: inout MutableSpan<UInt64>) { fill(&places, places.count) }

  /// The next 64 bits of `count` draws.
  mutating func fill(_ places: inout [UInt64], _ count: Int) {
    var span = places.mutableSpan
    fill(&span, count)
  }

  /// Blocks are drawn in vectors; for the rest the stream stays in registers.
  private mutating func fill(_ places: inout MutableSpan<UInt64>, _ count: Int) {
    var place = 0
    while count - place >= RandomStretches.blockLength {
      var words = SIMD4(state.0, state.1, state.2, state.3)
      RandomStretches.fill(&places, at: place, from: &words)
      state = (words[0], words[1], words[2], words[3])
      place += RandomStretches.blockLength
    }
    precondition(count <= places.count)
    var stream = self
    while place < count {
      places[unchecked: place] = stream.next()
      place += 1
    }
    self = stream
  }

  /// A number from 0 up to but not including 1, in steps of 2⁻⁵³.
  @inline(__always)
  public mutating func uniform() -> Double { Self.uniform(next()) }

  /// A draw of 64 bits as a number from 0 up to but not including 1.
  @inline(__always)
  static func uniform(_ bits: UInt64) -> Double { Double(Int64(bits >> 11)) * 0x1p-53 }

  /// A number from 0 up to but not including 1 that f32 holds exactly: `uniform()` cut to 2⁻²⁴.
  @inline(__always)
  static func shortUniform(_ bits: UInt64) -> Double { Double(Int64(bits >> 40)) * 0x1p-24 }

  /// A whole number from 0 up to but not including `bound`, which is positive, each equally likely
  /// (Lemire, "Fast random integer generation in an interval", 2019).
  public mutating func below(_ bound: Int) -> Int {
    let bound = UInt64(bound)
    while true {
      let product = next().multipliedFullWidth(by: bound)
      if product.low >= (0 &- bound) % bound { return Int(product.high) }
    }
  }

  /// The numbers from 0 to `count` - 1 in a random order (Fisher and Yates).
  public mutating func permutation(_ count: Int) -> [Int] {
    var places = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) { places.swapAt(last, below(last + 1)) }
    return places
  }
}
