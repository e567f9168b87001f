/// The sizes that blocks of memory come in: multiples of 64 bytes up to 512, then four a doubling, so
/// that at most a fifth of a block lies idle.
///
///     SizeClass(byteCount: 520).byteCount  // 640
struct SizeClass: Hashable, Sendable {
  /// The number of the class, from 0 up; sizes rise with it.
  let number: Int
  /// The size of its blocks.
  let byteCount: Int

  /// The smallest class whose blocks hold so many bytes.
  ///
  /// - Parameter byteCount: at most half of the largest number.
  @inline(__always)
  init(byteCount: Int) {
    let last = (max(1, byteCount) &- 1) >> 6
    let shift = max(0, Int.bitWidth &- last.leadingZeroBitCount &- 3)
    number = shift &* 4 &+ last >> shift
    self.byteCount = (last >> shift &+ 1) << (shift &+ 6)
  }
}
