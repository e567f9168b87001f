/// How far a gradient check is.
public struct CheckProgress: Hashable, Sendable {
  /// The place of the leaf that is being checked.
  public let place: Int
  /// Cells of it that were checked.
  public let done: Int
  /// All its cells.
  public let total: Int
}
