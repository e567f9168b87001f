public import Tensors
public import Windows

/// What the axes of an image or a batch are, read in a layout.
public struct ImageSizes: Hashable, Sendable {
  /// How many images.
  public let images: Int
  /// How many channels an image has.
  public let channels: Int
  /// An image's rows and columns.
  public let extent: Extent

  /// Reads a shape: four dimensions are a batch, three one image, two one image of one channel.
  ///
  /// - Throws: `ConvolutionError.inputRank` for any other number.
  public init(_ shape: Shape, _ layout: ImageLayout) throws(ConvolutionError) {
    let sizes = shape.sizes
    let first = shape.rank - 3
    switch (shape.rank, layout) {
    case (3...4, .nchw):
      channels = sizes[first]
      extent = Extent(rows: sizes[first + 1], columns: sizes[first + 2])
    case (3...4, .nhwc):
      channels = sizes[first + 2]
      extent = Extent(rows: sizes[first], columns: sizes[first + 1])
    case (2, _):
      channels = 1
      extent = Extent(rows: sizes[0], columns: sizes[1])
    default: throw .inputRank(shape)
    }
    images = shape.rank == 4 ? sizes[0] : 1
  }

  /// The shape of a result of so many channels and this extent, with an axis for the batch and for
  /// the channels only where asked.
  static func shape(
    images: Int?, channels: Int?, extent: Extent, _ layout: ImageLayout
  ) throws(ConvolutionError) -> Shape {
    var lengths = [extent.rows, extent.columns]
    if let channels { lengths.insert(channels, at: layout == .nchw ? 0 : 2) }
    if let images { lengths.insert(images, at: 0) }
    let all = lengths
    return try tensors { () throws(TensorError) in try Shape(all) }
  }
}
