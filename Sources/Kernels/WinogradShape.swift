/// The numbers of a convolution with a 3×3 kernel, as Winograd's algorithm needs them.
public struct WinogradShape: Sendable {
  /// How many images.
  public let images: Int
  /// How many groups the channels fall into.
  public let groups: Int
  /// Channels and outputs of a group.
  public let channels: Int, outputs: Int
  /// Rows and columns of an image.
  public let inputRows: Int, inputColumns: Int
  /// Rows and columns of a result.
  public let outputRows: Int, outputColumns: Int
  /// Where the first tap of the first output lies: minus the padding.
  public let firstRow: Int, firstColumn: Int

  /// States the numbers.
  public init(
    images: Int, groups: Int, channels: Int, outputs: Int, inputRows: Int, inputColumns: Int,
    outputRows: Int, outputColumns: Int, firstRow: Int, firstColumn: Int
  ) {
    self.images = images
    self.groups = groups
    self.channels = channels
    self.outputs = outputs
    self.inputRows = inputRows
    self.inputColumns = inputColumns
    self.outputRows = outputRows
    self.outputColumns = outputColumns
    self.firstRow = firstRow
    self.firstColumn = firstColumn
  }
}
