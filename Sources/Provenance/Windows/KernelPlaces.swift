import Convolution
import Tensors
import Windows

/// Which numbers of a kernel's index are the kernel, the channel and the tap, in either layout; a
/// flipped kernel has its taps backwards.
struct KernelPlaces {
  private let rank: Int
  private let layout: ImageLayout
  private let taps: Extent
  private let flips: Bool

  init(_ shape: Shape, _ layout: ImageLayout, taps: Extent, flips: Bool) {
    rank = shape.rank
    self.layout = layout
    self.taps = taps
    self.flips = flips
  }

  /// The index of a weight.
  func index(kernel: Int, channel: Int, tapRow: Int, tapColumn: Int) -> CellIndex {
    let (row, column) = flipped(tapRow, tapColumn)
    if rank == 2 { return [row, column] }
    return layout == .nchw
      ? [kernel, channel, row, column] : [row, column, channel, kernel]
  }

  /// The weight at an index, with the tap that it is multiplied at.
  func weight(at index: CellIndex) -> (kernel: Int, channel: Int, tapRow: Int, tapColumn: Int) {
    if rank == 2 {
      let (row, column) = flipped(index[0], index[1])
      return (0, 0, row, column)
    }
    let (row, column) =
      layout == .nchw ? flipped(index[2], index[3]) : flipped(index[0], index[1])
    return layout == .nchw
      ? (index[0], index[1], row, column) : (index[3], index[2], row, column)
  }

  private func flipped(_ row: Int, _ column: Int) -> (row: Int, column: Int) {
    flips ? (taps.rows - 1 - row, taps.columns - 1 - column) : (row, column)
  }
}
