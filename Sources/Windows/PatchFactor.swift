/// One of the six numbers that say which patch and which place in it a cell holds.
public enum PatchFactor: Int, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// The image in the batch.
  case image
  /// The channel.
  case channel
  /// The row in the kernel.
  case tapRow
  /// The column in the kernel.
  case tapColumn
  /// The row of the output: how often the window has moved down.
  case outputRow
  /// The column of the output: how often the window has moved right.
  case outputColumn

  /// The factor's name: `tap row`.
  public var description: String {
    switch self {
    case .image: "image"
    case .channel: "channel"
    case .tapRow: "tap row"
    case .tapColumn: "tap column"
    case .outputRow: "output row"
    case .outputColumn: "output column"
    }
  }
}
