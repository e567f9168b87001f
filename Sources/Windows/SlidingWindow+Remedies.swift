extension SlidingWindow {
  /// Edits that would make this kernel fit this image: the least padding, the padding that keeps the
  /// size, no dilation, the largest kernel.
  var remedies: [WindowRemedy] {
    var remedies: [WindowRemedy] = []
    let least = max(missing(rows), missing(columns))
    if let output = output(padding: .all(least)) {
      remedies.append(.padding(.all(least), gives: output))
    }
    if let output = output(padding: .same) {
      let same = samePadding
      if same != .all(least) { remedies.append(.padding(same, gives: output)) }
    }
    if dilation != Extent(1), let output = output(dilation: Extent(1)) {
      remedies.append(.dilation(Extent(1), gives: output))
    }
    let largest = Extent(rows: largestTaps(rows), columns: largestTaps(columns))
    if let output = output(kernel: largest) {
      remedies.append(.kernel(largest, gives: output))
    }
    return remedies
  }

  /// The least number that, on both sides, makes the padded image as long as the kernel reaches.
  private func missing(_ axis: WindowAxis) -> Int {
    max(0, axis.extent - axis.input + 1) / 2
  }

  /// `same`, as a number where one number says it.
  private var samePadding: Padding {
    let rows = rows.extent - 1
    let columns = columns.extent - 1
    guard stride == Extent(1), rows == columns, rows % 2 == 0 else { return .same }
    return .all(rows / 2)
  }

  private func largestTaps(_ axis: WindowAxis) -> Int {
    min(axis.taps, (axis.padded - 1) / axis.dilation + 1)
  }

  private func output(
    kernel: Extent? = nil, padding: Padding? = nil, dilation: Extent? = nil
  ) -> Extent? {
    let changed = try? SlidingWindow(
      input: input, kernel: kernel ?? self.kernel, stride: stride,
      padding: padding ?? .explicit(sides), dilation: dilation ?? self.dilation,
      roundsUp: rows.roundsUp)
    return changed?.output
  }
}
