import Convolution
import Tensors

/// Which numbers of an index are the image, the channel, the row and the column, in either layout
/// and whichever of them the shape has.
struct ImagePlaces {
  private let rank: Int
  private let layout: ImageLayout

  init(_ shape: Shape, _ layout: ImageLayout) {
    rank = shape.rank
    self.layout = layout
  }

  /// The index of a pixel.
  func index(image: Int, channel: Int, row: Int, column: Int) -> CellIndex {
    let numbers =
      layout == .nchw ? [image, channel, row, column] : [image, row, column, channel]
    return rank == 2 ? [row, column] : CellIndex(numbers.suffix(rank))
  }

  /// The pixel at an index.
  func pixel(at index: CellIndex) -> (image: Int, channel: Int, row: Int, column: Int) {
    if rank == 2 { return (0, 0, index[0], index[1]) }
    let image = rank == 4 ? index[0] : 0
    let first = rank - 3
    return layout == .nchw
      ? (image, index[first], index[first + 1], index[first + 2])
      : (image, index[first + 2], index[first], index[first + 1])
  }
}
