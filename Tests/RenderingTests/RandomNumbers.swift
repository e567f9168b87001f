/// Doubles of every kind, the same on every run.
struct RandomNumbers: Sequence, IteratorProtocol {
  private var state: UInt64
  private var rest: Int

  init(seed: UInt64, count: Int) {
    state = seed
    rest = count
  }

  private mutating func bits() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }

  /// Numbers of the magnitudes that tables show, ties among them.
  mutating func next() -> Double? {
    guard rest > 0 else { return nil }
    rest -= 1
    let sign = bits() & 1 == 0 ? 1.0 : -1.0
    let significand = Double(bits() >> 11)
    switch bits() % 4 {
    case 0: return sign * significand / 0x1p53
    case 1: return sign * significand / 0x1p40
    case 2: return sign * Double(bits() >> 44) / Double(1 << (bits() % 16))
    default:
      return sign * significand
        * Double(sign: .plus, exponent: Int(bits() % 120) - 90, significand: 1)
    }
  }
}
