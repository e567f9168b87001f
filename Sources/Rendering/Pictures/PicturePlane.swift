import Tensors

/// One picture of a value: a slice of rows and columns, with one channel or three.
struct PicturePlane {
  let source: any CellSource
  /// The indices that lead to it; a picture of three channels has its channel axis after them.
  let prefix: [Int]
  let channels: Int
  let rows: Int
  let columns: Int
  /// What is written above it; nil for a value that is one picture.
  let label: String?

  /// One number of the picture.
  func value(channel: Int, row: Int, column: Int) -> Double {
    var index = CellIndex(rank: source.shape.rank)
    for (axis, number) in prefix.enumerated() { index[axis] = number }
    if channels > 1 { index[prefix.count] = channel }
    index[index.rank - 2] = row
    index[index.rank - 1] = column
    return source.cell(index)
  }
}
