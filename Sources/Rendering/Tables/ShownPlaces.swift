/// The places along an axis that are drawn: all of a range, or its two ends.
struct ShownPlaces: Hashable, Sendable {
  /// The range that was asked for.
  let all: Range<Int>
  /// How many are drawn from the front, and how many from the back.
  let front: Int
  let back: Int

  /// All of a range.
  init(_ all: Range<Int>) {
    self.all = all
    front = all.count
    back = 0
  }

  /// So many of a range, a little more than half of them from the front.
  init(_ all: Range<Int>, showing count: Int) {
    self.all = all
    let count = min(max(0, count), all.count)
    front = count == all.count ? count : (count + 1) / 2
    back = count - front
  }

  /// How many are drawn.
  var count: Int { front + back }
  /// The places that are not drawn; empty if all are.
  var hidden: Range<Int> { (all.lowerBound + front)..<(all.upperBound - back) }
  /// Whether some are not drawn.
  var isElided: Bool { !hidden.isEmpty }
  /// The places that are drawn, in order.
  var places: [Int] { Array(all.prefix(front)) + all.suffix(back) }
}
