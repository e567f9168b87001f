public import Kernels
public import Tensors

extension PatchOperand {
  /// The patches of images, as runs for a matrix product; nil if a coordinate does not fit a run.
  ///
  /// - Parameters:
  ///   - images: N×C×H×W with any strides.
  ///   - channels: which of the channels take part, all by default: a group's own.
  ///   - window: a geometry for images of this height and width.
  public init?(
    images: Tensor, channels: Range<Int>? = nil, window: SlidingWindow,
    tapOrder: TapOrder = .channelsOutermost, positionsAreRows: Bool = false
  ) {
    guard let runs = window.runs else { return nil }
    let cells = images.cells
    let channels = channels ?? 0..<cells.sizes[1]
    self.init(
      cells.storage, offset: cells.offset + channels.lowerBound * cells.strides[1],
      imageStride: cells.strides[0], channelStride: cells.strides[1],
      rowStride: cells.strides[2], columnStride: cells.strides[3], images: cells.sizes[0],
      channels: channels.count, runs: runs, tapOrder: tapOrder,
      positionsAreRows: positionsAreRows)
  }
}
