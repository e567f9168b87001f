extension WindowAxis {
  /// Where a tap of an output's window lies: in the image, or on which side of it.
  public func place(output: Int, tap: Int) -> AxisPlace {
    let position = input(output: output, tap: tap)
    if position < 0 { return .before(position) }
    if position < input { return .inside(position) }
    return position < input + padAfter ? .after(position) : .overhang(position)
  }

  /// The taps of an output's window that lie in the image: one range, often all of them.
  public func taps(inside output: Int) -> Range<Int> {
    Self.indices(from: input(output: output, tap: 0), step: dilation, count: taps, inside: input)
  }

  /// The outputs in whose windows a tap lies in the image: one range.
  public func outputs(inside tap: Int) -> Range<Int> {
    Self.indices(from: input(output: 0, tap: tap), step: stride, count: output, inside: input)
  }

  /// The first output whose window has no tap in the image, if there is one.
  public var firstOutputOfPadding: Int? {
    // A window that starts in the image has its first tap there: only others need a look.
    let startingBefore = min(output, (padBefore + stride - 1) / stride)
    if let first = (0..<startingBefore).first(where: { taps(inside: $0).isEmpty }) { return first }
    let startingPast = (input + padBefore + stride - 1) / stride
    return startingPast < output ? startingPast : nil
  }

  /// Whether some window reads padding.
  public var readsPadding: Bool {
    output > 0 && (padBefore > 0 || input(output: output - 1, tap: taps - 1) >= input)
  }

  /// The indices n < count for which 0 ≤ start + n · step < bound.
  private static func indices(
    from start: Int, step: Int, count: Int, inside bound: Int
  ) -> Range<Int> {
    let lower = start >= 0 ? 0 : min(count, (-start - 1) / step + 1)
    let upper = start >= bound ? 0 : min(count, (bound - 1 - start) / step + 1)
    return lower..<max(lower, upper)
  }
}
