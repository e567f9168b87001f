/// Two numbers, one along the rows and one along the columns: the size of a kernel or an image, a
/// stride, a dilation.
public struct Extent: Hashable, Sendable, CustomStringConvertible {
  /// The number that belongs to the rows (the vertical direction).
  public var rows: Int
  /// The number that belongs to the columns (the horizontal direction).
  public var columns: Int

  /// Makes an extent of two numbers.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }

  /// Makes an extent that is the same in both directions.
  public init(_ both: Int) {
    self.init(rows: both, columns: both)
  }

  /// The number that belongs to a direction.
  public subscript(direction: WindowDirection) -> Int {
    direction == .rows ? rows : columns
  }

  /// As the language writes a size: `3x4`.
  public var description: String { "\(rows)x\(columns)" }

  /// As the language writes the value of `stride=` and `dilation=`: `2` when both are 2, else `2x1`.
  public var optionDescription: String { rows == columns ? "\(rows)" : description }
}
