import Kernels
import Tensors

/// How many of a value's cells fall into each bin.
struct Histogram {
  /// The bins; nil if there is no finite cell.
  private(set) var bins: HistogramBins?
  /// The cells of each bin.
  private(set) var counts: [Int] = []
  /// What of the value is in no bin.
  let statistics: TensorStatistics

  /// Cells that are looked at between two looks at the user's wish to stop.
  private static let chunk = 1 << 16

  /// Counts every cell.
  ///
  /// - Parameter wanted: about how many bins; nil for as many as suit the cells.
  /// - Throws: `TensorError` if a lazy value does not fit in memory, or when interrupted.
  init(_ source: any CellSource, bins wanted: Int?) throws(TensorError) {
    let tensor = try source.materialized().contiguous()
    statistics = try tensor.statistics()
    guard statistics.finiteCount > 0 else { return }
    let cells = try tensor.reshaped([tensor.shape.count])
    var areWhole = true
    try Self.forEachChunk(of: cells) { numbers in
      areWhole = numbers.allSatisfy { !$0.isFinite || $0 == $0.rounded() }
      return areWhole
    }
    let bins = HistogramBins(
      over: statistics.least...statistics.largest, of: statistics.finiteCount, wanted: wanted,
      areWhole: areWhole)
    var counts = Array(repeating: 0, count: bins.count)
    try Self.forEachChunk(of: cells) { numbers in
      for number in numbers where number.isFinite { counts[bins.bin(of: number)] += 1 }
      return true
    }
    self.bins = bins
    self.counts = counts
  }

  /// Hands on the cells of a vector some at a time, until the body has seen enough.
  private static func forEachChunk(
    of cells: Tensor, _ body: ([Double]) -> Bool
  ) throws(TensorError) {
    for start in stride(from: 0, to: cells.shape.count, by: chunk) {
      if Interrupt.isRequested { throw .interrupted }
      let end = min(start + chunk, cells.shape.count)
      guard body(try cells.sliced([.range(start, end, step: 1)]).array) else { return }
    }
  }
}
