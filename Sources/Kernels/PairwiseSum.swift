/// A running sum whose rounding error grows with the logarithm of how many numbers go in.
///
/// Numbers are added two and two, the sums two and two, and so on (Higham, "The accuracy of
/// floating point summation", 1993), as the bits of a counter carry. A run of 2ᵏ numbers summed
/// apart and added as one gives the very same bits, so that threads can share the work.
struct PairwiseSum {
  private var sums = InlineArray<64, Double>(repeating: 0)
  private var count = 0

  mutating func add(_ number: Double) {
    var carry = number
    var level = 0
    while count >> level & 1 == 1 {
      carry = sums[level] + carry
      level += 1
    }
    sums[level] = carry
    count += 1
  }

  var total: Double {
    guard count > 0 else { return 0 }
    var level = count.trailingZeroBitCount
    var total = sums[level]
    level += 1
    while count >> level > 0 {
      if count >> level & 1 == 1 { total = sums[level] + total }
      level += 1
    }
    return total
  }
}
