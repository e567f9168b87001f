extension WindowAxis {
  /// How far a kernel reaches: (taps − 1) · dilation + 1.
  ///
  /// - Throws: `WindowError` if there is no tap, the dilation is not positive, or the product does
  ///   not fit an `Int`.
  static func extent(
    taps: Int, dilation: Int, along direction: WindowDirection
  ) throws(WindowError) -> Int {
    guard taps > 0 else { throw .emptyKernel(taps, along: direction) }
    guard dilation > 0 else { throw .dilationNotPositive(dilation, along: direction) }
    let (reach, overflow) = (taps - 1).multipliedReportingOverflow(by: dilation)
    guard !overflow, reach < Int.max else { throw .overflow(along: direction) }
    return reach + 1
  }

  /// The numbers that a padding stands for on one axis.
  ///
  /// `same` pads so that the output is ⌈input ÷ stride⌉ whatever the stride, as TensorFlow does;
  /// for stride 1 that is PyTorch's `same` too.
  ///
  /// - Throws: `WindowError` as `init` does.
  static func padding(
    _ padding: Padding, input: Int, taps: Int, stride: Int, dilation: Int,
    along direction: WindowDirection
  ) throws(WindowError) -> (before: Int, after: Int) {
    let extent = try extent(taps: taps, dilation: dilation, along: direction)
    switch padding {
    case .explicit(let sides): return (sides.before(direction), sides.after(direction))
    case .valid: return (0, 0)
    case .full: return (extent - 1, extent - 1)
    case .same, .sameLower:
      guard input > 0 else { throw .emptyInput(input, along: direction) }
      guard stride > 0 else { throw .strideNotPositive(stride, along: direction) }
      let steps = (input - 1) / stride * stride
      guard let reach = sum(steps, extent) else { throw .overflow(along: direction) }
      let total = max(0, reach - input)
      let less = total / 2
      return padding == .same ? (less, total - less) : (total - less, less)
    }
  }

  /// The sum of numbers that are not negative, or nil if it does not fit an `Int`.
  static func sum(_ a: Int, _ b: Int, _ c: Int = 0, _ d: Int = 0) -> Int? {
    let (first, firstOverflows) = a.addingReportingOverflow(b)
    let (second, secondOverflows) = c.addingReportingOverflow(d)
    let (total, overflows) = first.addingReportingOverflow(second)
    return firstOverflows || secondOverflows || overflows ? nil : total
  }
}
