public import Tensors
public import Windows

/// What the axes of a kernel are, read in a layout.
public struct KernelSizes: Hashable, Sendable {
  /// How many kernels: O for a convolution, C for a transposed one.
  public let kernels: Int
  /// How many channels each of them has: C/groups for a convolution, O/groups for a transposed one.
  public let channels: Int
  /// The rows and columns of taps.
  public let extent: Extent

  /// Reads a shape: four dimensions, or two for one kernel of one channel.
  ///
  /// - Throws: `ConvolutionError.kernelRank` for any other number.
  public init(_ shape: Shape, _ layout: ImageLayout) throws(ConvolutionError) {
    let sizes = shape.sizes
    switch (shape.rank, layout) {
    case (4, .nchw):
      (kernels, channels) = (sizes[0], sizes[1])
      extent = Extent(rows: sizes[2], columns: sizes[3])
    case (4, .nhwc):
      (kernels, channels) = (sizes[3], sizes[2])
      extent = Extent(rows: sizes[0], columns: sizes[1])
    case (2, _):
      (kernels, channels) = (1, 1)
      extent = Extent(rows: sizes[0], columns: sizes[1])
    default: throw .kernelRank(shape)
    }
  }
}
