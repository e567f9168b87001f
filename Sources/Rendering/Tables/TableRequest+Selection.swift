import Tensors

extension TableRequest {
  /// The rows to draw of a value that has so many.
  ///
  /// - Parameter hasAxis: whether the value has rows at all.
  /// - Throws: `RenderingError.rows` or `.noRows` if none is left.
  func selectedRows(
    of count: Int, hasAxis: Bool, _ shape: Shape
  ) throws(RenderingError) -> Range<Int> {
    guard let rows else { return 0..<count }
    guard hasAxis else { throw .noRows(shape) }
    let range = rows.clamped(to: 0..<count)
    guard !range.isEmpty else { throw .rows(rows, count: count) }
    return range
  }

  /// The columns to draw of a value that has so many.
  ///
  /// - Parameter hasAxis: whether the value has columns at all.
  /// - Throws: `RenderingError.columns` or `.noColumns` if none is left.
  func selectedColumns(
    of count: Int, hasAxis: Bool, _ shape: Shape
  ) throws(RenderingError) -> Range<Int> {
    guard let columns else { return 0..<count }
    guard hasAxis else { throw .noColumns(shape) }
    let range = columns.clamped(to: 0..<count)
    guard !range.isEmpty else { throw .columns(columns, count: count) }
    return range
  }
}
