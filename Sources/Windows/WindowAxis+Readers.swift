extension WindowAxis {
  /// The (output, tap) pairs that read an input: the geometry inverted.
  ///
  /// - Parameter position: a coordinate in the image.
  /// - Returns: the pairs by rising output (so by falling tap).
  /// - Complexity: O(taps), however large the output is.
  public func readers(of position: Int) -> [AxisReader] {
    var readers: [AxisReader] = []
    for tap in candidateTaps(reading: position).reversed() {
      let (output, remainder) = (position + padBefore - tap * dilation)
        .quotientAndRemainder(dividingBy: stride)
      if remainder == 0 { readers.append(AxisReader(output: output, tap: tap)) }
    }
    return readers
  }

  /// How many (output, tap) pairs read an input.
  ///
  /// - Complexity: O(taps) without an allocation.
  public func coverage(of position: Int) -> Int {
    var count = 0
    for tap in candidateTaps(reading: position)
    where (position + padBefore - tap * dilation) % stride == 0 {
      count += 1
    }
    return count
  }

  /// The taps that would read an input if an output stood at the right distance: those for which
  /// 0 ≤ position + padBefore − tap · dilation ≤ (output − 1) · stride.
  private func candidateTaps(reading position: Int) -> Range<Int> {
    guard output > 0, position >= 0, position < input else { return 0..<0 }
    let distance = position + padBefore
    let beyond = distance - (output - 1) * stride
    let lower = beyond <= 0 ? 0 : min(taps, (beyond - 1) / dilation + 1)
    let upper = min(taps, distance / dilation + 1)
    return lower..<max(lower, upper)
  }
}
