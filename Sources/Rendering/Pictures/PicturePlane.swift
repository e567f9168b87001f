import Tensors

/// One picture of a value: a slice of rows and columns, with one channel or three.
struct PicturePlane {
  let source: any CellSource
  /// The indices that lead to it; a picture of three channels has its channel axis after them.
  let prefix: [Int]
  let channels: Int
  /// The rows and columns that are drawn.
  let rowRange: Range<Int>
  let columnRange: Range<Int>
  /// What is written above it; nil for a value that is one picture.
  let label: String?

  /// How many rows are drawn.
  var rows: Int { rowRange.count }
  /// How many columns are drawn.
  var columns: Int { columnRange.count }

  /// One number of the picture; rows and columns count from the first one that is drawn.
  func value(channel: Int, row: Int, column: Int) -> Double {
    var index = CellIndex(rank: source.shape.rank)
    for (axis, number) in prefix.enumerated() { index[axis] = number }
    if channels > 1 { index[prefix.count] = channel }
    index[index.rank - 2] = rowRange.lowerBound + row
    index[index.rank - 1] = columnRange.lowerBound + column
    return source.cell(index)
  }
}
