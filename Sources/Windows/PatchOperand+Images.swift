public import Kernels

extension PatchOperand {
  /// The patches of images, as runs for a matrix product.
  ///
  /// - Parameters:
  ///   - images: N×C×H×W with any strides.
  ///   - runs: those of a geometry for images of this height and width.
  public init(
    images: Cells, runs: WindowRuns, tapOrder: TapOrder = .channelsOutermost,
    positionsAreRows: Bool = false
  ) {
    self.init(
      images.storage, offset: images.offset, imageStride: images.strides[0],
      channelStride: images.strides[1], rowStride: images.strides[2],
      columnStride: images.strides[3], images: images.sizes[0], channels: images.sizes[1],
      runs: runs, tapOrder: tapOrder, positionsAreRows: positionsAreRows)
  }
}
