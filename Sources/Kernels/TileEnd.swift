/// What a tile's sums are added to before they are stored.
struct TileEnd<Element: TileCell> {
  /// One cell a row, `rowBiasStep` cells apart.
  var rowBias: UnsafePointer<Element>?
  var rowBiasStep = 0
  /// One cell a column, `columnBiasStep` cells apart.
  var columnBias: UnsafePointer<Element>?
  var columnBiasStep = 0
  /// Whether the sums are added to what the result holds.
  var accumulates = false

  /// What a product asks for; `transposed` if rows are computed as columns.
  init(_ bias: MatrixBias?, transposed: Bool, accumulates: Bool) {
    self.accumulates = accumulates
    switch bias {
    case .perRow(let cells)?: setBias(cells, isRow: !transposed)
    case .perColumn(let cells)?: setBias(cells, isRow: transposed)
    case nil: break
    }
  }

  /// Nothing is added, or only what the result holds.
  @inline(__always)
  init(accumulates: Bool) { self.accumulates = accumulates }

  private mutating func setBias(_ cells: Cells, isRow: Bool) {
    precondition(cells.rank == 1 && cells.storage.elementType == Element.elementType)
    let place = UnsafePointer(cells.storage.pointer(Element.self)) + cells.offset
    if isRow {
      (rowBias, rowBiasStep) = (place, cells.strides[0])
    } else {
      (columnBias, columnBiasStep) = (place, cells.strides[0])
    }
  }

  /// The end of the tile that starts so many rows and columns further on.
  @inline(__always)
  func advanced(rows: Int, columns: Int) -> TileEnd {
    var end = self
    if let bias = rowBias { end.rowBias = bias + rows &* rowBiasStep }
    if let bias = columnBias { end.columnBias = bias + columns &* columnBiasStep }
    return end
  }

  /// Stores the sums of a tile that lies at the edge of the result, or whose columns are not side
  /// by side: the sums come from a tile of scratch cells.
  func merge(
    _ sums: UnsafePointer<Element>, pitch: Int, rows: Int, columns: Int,
    into c: UnsafeMutablePointer<Element>, rowStride: Int, columnStride: Int
  ) {
    for row in 0..<rows {
      let target = c + row &* rowStride
      let source = sums + row &* pitch
      let start = rowBias.map { $0[row &* rowBiasStep] } ?? 0
      for column in 0..<columns {
        let place = column &* columnStride
        var sum = source[column]
        if rowBias != nil { sum += start }
        if let bias = columnBias { sum += bias[column &* columnBiasStep] }
        if accumulates { sum += target[place] }
        target[place] = sum
      }
    }
  }
}
