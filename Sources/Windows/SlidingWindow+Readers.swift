extension SlidingWindow {
  /// Every (output, tap) that reads a pixel: the geometry inverted.
  ///
  /// - Returns: the readers by rising output row, then output column.
  public func readers(ofRow row: Int, column: Int) -> [PixelReader] {
    let acrossColumns = columns.readers(of: column)
    return rows.readers(of: row).flatMap { down in
      acrossColumns.map { across in
        PixelReader(
          outputRow: down.output, outputColumn: across.output, tapRow: down.tap,
          tapColumn: across.tap)
      }
    }
  }

  /// How many (output, tap) pairs read a pixel; the two directions are independent.
  public func coverage(ofRow row: Int, column: Int) -> Int {
    rows.coverage(of: row) * columns.coverage(of: column)
  }

  /// The first window (row by row) that holds no pixel at all, if there is one.
  public var firstWindowOfPadding: (outputRow: Int, outputColumn: Int)? {
    // A window holds no pixel if its rows or its columns hold none.
    let row = rows.firstOutputOfPadding
    let column = columns.firstOutputOfPadding
    if row == 0 { return (0, 0) }
    if let column { return (0, column) }
    return row.map { ($0, 0) }
  }

  /// Whether some window reads padding.
  public var readsPadding: Bool { rows.readsPadding || columns.readsPadding }
}
