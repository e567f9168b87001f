/// An im2col matrix that never exists: `Matmul` packs its tiles straight from the images.
///
/// One of its axes is the *taps* (a channel and a tap of the window), the other the *positions*
/// (an image and an output position, the images one after the other).
public struct PatchOperand: Sendable {
  /// How an image's channels and the window's taps are numbered along the taps' axis.
  public enum TapOrder: Sendable, Hashable {
    /// Channel, then tap row, then tap column: what an O×C×kh×kw kernel needs.
    case channelsOutermost
    /// Tap row, then tap column, then channel: what a kh×kw×C×O kernel needs.
    case channelsInnermost
  }

  /// The block that holds the images.
  public let storage: Storage
  /// Where the first image's first channel starts, in cells: a group starts at its own channel.
  public let offset: Int
  /// Cells from one image to the next.
  public let imageStride: Int
  /// Cells from one channel to the next.
  public let channelStride: Int
  /// Cells from one input row to the next.
  public let rowStride: Int
  /// Cells from one input column to the next.
  public let columnStride: Int
  /// How many images.
  public let images: Int
  /// How many channels, those of one group.
  public let channels: Int
  /// The window's geometry.
  public let runs: WindowRuns
  /// How the taps' axis is numbered.
  public let tapOrder: TapOrder
  /// Whether positions are the rows; by default they are the columns, as in `order=columns`.
  public let positionsAreRows: Bool

  /// Makes an operand. The runs must stay inside the images that the strides describe.
  public init(
    _ storage: Storage, offset: Int, imageStride: Int, channelStride: Int, rowStride: Int,
    columnStride: Int, images: Int, channels: Int, runs: WindowRuns,
    tapOrder: TapOrder = .channelsOutermost, positionsAreRows: Bool = false
  ) {
    self.storage = storage
    self.offset = offset
    self.imageStride = imageStride
    self.channelStride = channelStride
    self.rowStride = rowStride
    self.columnStride = columnStride
    self.images = images
    self.channels = channels
    self.runs = runs
    self.tapOrder = tapOrder
    self.positionsAreRows = positionsAreRows
  }

  /// The length of the taps' axis.
  public var taps: Int { channels * runs.taps }

  /// The length of the positions' axis.
  public var positions: Int { images * runs.positions }

  /// The same matrix with its axes exchanged.
  public var transposed: PatchOperand {
    PatchOperand(
      storage, offset: offset, imageStride: imageStride, channelStride: channelStride,
      rowStride: rowStride, columnStride: columnStride, images: images, channels: channels,
      runs: runs, tapOrder: tapOrder, positionsAreRows: !positionsAreRows)
  }
}
