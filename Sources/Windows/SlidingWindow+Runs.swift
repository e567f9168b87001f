public import Kernels

extension SlidingWindow {
  /// The geometry lowered to what kernels replay; nil if a row does not fit a run's 32 bits.
  public var runs: WindowRuns? {
    guard rows.input <= Int32.max else { return nil }
    var inputRows: [Int32] = []
    inputRows.reserveCapacity(rows.taps * rows.output)
    for tap in 0..<rows.taps {
      let inside = rows.outputs(inside: tap)
      for output in 0..<rows.output {
        inputRows.append(
          inside.contains(output) ? Int32(rows.input(output: output, tap: tap)) : -1)
      }
    }
    let columnRuns = (0..<columns.taps).map { tap in
      let inside = columns.outputs(inside: tap)
      return WindowRuns.ColumnRun(
        zerosBefore: inside.lowerBound, length: inside.count,
        inputOffset: inside.isEmpty ? 0 : columns.input(output: inside.lowerBound, tap: tap),
        zerosAfter: columns.output - inside.upperBound)
    }
    return WindowRuns(
      tapRows: rows.taps, tapColumns: columns.taps, outputRows: rows.output,
      outputColumns: columns.output, columnStep: columns.stride, inputRows: inputRows,
      columnRuns: columnRuns)
  }
}
