/// One reading of a pixel: the output whose window holds it, and by which tap.
public struct PixelReader: Hashable, Sendable {
  /// The output's row.
  public let outputRow: Int
  /// The output's column.
  public let outputColumn: Int
  /// The tap's row in the kernel.
  public let tapRow: Int
  /// The tap's column in the kernel.
  public let tapColumn: Int

  /// Makes a reader.
  public init(outputRow: Int, outputColumn: Int, tapRow: Int, tapColumn: Int) {
    self.outputRow = outputRow
    self.outputColumn = outputColumn
    self.tapRow = tapRow
    self.tapColumn = tapColumn
  }
}
