extension WindowAxis {
  /// Makes the axis that a transposed convolution reads backwards: its *outputs* are the rows (or
  /// columns) that are given, its *input* is the result.
  ///
  ///     result = (given − 1) · stride + extent − padding + outputPadding
  ///
  /// With `same` the result is given · stride, so that a convolution with `same` is undone.
  ///
  /// - Throws: `WindowError` as the other initialisers do, and if padding removes all of the result.
  init(
    backwardsFrom given: Int, taps: Int, stride: Int, dilation: Int, padding: Padding,
    outputPadding: Int, along direction: WindowDirection
  ) throws(WindowError) {
    let extent = try Self.extent(taps: taps, dilation: dilation, along: direction)
    guard given > 0 else { throw .emptyInput(given, along: direction) }
    guard stride > 0 else { throw .strideNotPositive(stride, along: direction) }
    let (steps, tooFar) = (given - 1).multipliedReportingOverflow(by: stride)
    guard !tooFar, outputPadding >= 0, let whole = Self.sum(steps, extent, outputPadding),
      Self.sum(whole, stride, stride) != nil
    else { throw .overflow(along: direction) }
    let isSame = padding == .same || padding == .sameLower
    let sides = try Self.padding(
      padding, input: isSame ? steps + stride : 1, taps: taps, stride: stride, dilation: dilation,
      along: direction)
    guard sides.before >= 0, sides.after >= 0 else {
      throw .negativePadding(min(sides.before, sides.after), along: direction)
    }
    guard let cut = Self.sum(sides.before, sides.after) else { throw .overflow(along: direction) }
    // Where the kernel is shorter than the stride, `same` cuts nothing and the gap is filled up.
    let result = isSame ? max(steps + stride + outputPadding, whole - cut) : whole - cut
    guard result > 0 else { throw .nothingLeft(of: whole, padding: cut, along: direction) }
    self.init(
      input: result, taps: taps, stride: stride, dilation: dilation, padBefore: sides.before,
      padAfter: sides.after, roundsUp: false, output: given)
  }
}

extension SlidingWindow {
  /// Makes the geometry that a transposed convolution reads backwards: the convolution that would
  /// bring the result to the size that is given.
  ///
  /// - Parameters:
  ///   - given: the rows and columns of the transposed convolution's operand; the window's `output`.
  ///   - padding: what is cut off the result's sides; the window's own padding.
  ///   - outputPadding: rows and columns added at the bottom and the right, not negative.
  /// - Throws: `WindowError` if a number is out of range or nothing is left of the result.
  public init(
    backwardsFrom given: Extent, kernel: Extent, stride: Extent = Extent(1),
    padding: Padding = .valid, outputPadding: Extent = Extent(0), dilation: Extent = Extent(1)
  ) throws(WindowError) {
    func axis(_ direction: WindowDirection) throws(WindowError) -> WindowAxis {
      try WindowAxis(
        backwardsFrom: given[direction], taps: kernel[direction], stride: stride[direction],
        dilation: dilation[direction], padding: padding,
        outputPadding: outputPadding[direction], along: direction)
    }
    try self.init(rows: axis(.rows), columns: axis(.columns))
  }
}
