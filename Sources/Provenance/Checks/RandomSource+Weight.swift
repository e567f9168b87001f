import Tensors

extension RandomSource {
  /// A sixteenth of a whole number from 1 to 32, with either sign.
  ///
  /// Sums of such numbers do not round, so that a check of small whole numbers is exact, and prints
  /// the same on every machine.
  mutating func weight() -> Double {
    let number = below(64)
    return Double(number < 32 ? number + 1 : 31 - number) / 16
  }
}
