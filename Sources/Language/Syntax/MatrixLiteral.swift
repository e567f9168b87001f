/// A matrix as written, of any number of dimensions, row-major.
public struct MatrixLiteral: Sendable {
  /// The extents that the brackets and the semicolons give; at least one, and their product is
  /// the number of cells.
  public var extents: [Int]
  /// The cells, row-major. The parser does not know whether a cell is one number.
  public var cells: [Expression]
}
