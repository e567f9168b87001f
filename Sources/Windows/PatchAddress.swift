/// What a cell of an im2col result holds: which tap of which window, on which channel of which image.
public struct PatchAddress: Hashable, Sendable {
  /// The image in the batch.
  public var image: Int
  /// The channel.
  public var channel: Int
  /// The row in the kernel.
  public var tapRow: Int
  /// The column in the kernel.
  public var tapColumn: Int
  /// The output's row.
  public var outputRow: Int
  /// The output's column.
  public var outputColumn: Int

  /// Makes an address.
  public init(
    image: Int, channel: Int, tapRow: Int, tapColumn: Int, outputRow: Int, outputColumn: Int
  ) {
    self.image = image
    self.channel = channel
    self.tapRow = tapRow
    self.tapColumn = tapColumn
    self.outputRow = outputRow
    self.outputColumn = outputColumn
  }

  /// The number that belongs to a factor.
  public subscript(factor: PatchFactor) -> Int {
    switch factor {
    case .image: image
    case .channel: channel
    case .tapRow: tapRow
    case .tapColumn: tapColumn
    case .outputRow: outputRow
    case .outputColumn: outputColumn
    }
  }
}
