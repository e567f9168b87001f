/// One matrix product under way: its operands as panels, its result as a pointer with strides.
struct MatmulRun<Element: TileCell>: @unchecked Sendable {
  let a: PanelSource<Element>
  let b: PanelSource<Element>
  let c: UnsafeMutablePointer<Element>
  let rowStride: Int
  let columnStride: Int
  let imageStride: Int
  let end: TileEnd<Element>
  let plan: MatmulPlan
  let depth: Int
  /// One operand's panels, if they are kept.
  private(set) var kept: MatmulKept<Element>?

  /// Prepares a product, or returns nil if it has no cells.
  init?(
    _ a: MatrixOperand, _ b: MatrixOperand, into c: Cells, bias: MatrixBias?, accumulate: Bool,
    keeping: MatmulSide?
  ) throws(Interrupted) {
    precondition(c.rank == 2 || c.rank == 3)
    let images = c.rank == 3 ? c.sizes[0] : 1
    let (rows, columns) = (c.sizes[c.rank - 2], c.sizes[c.rank - 1])
    precondition(a.rows == rows && b.columns == images * columns && a.columns == b.rows)
    guard rows > 0, columns > 0, images > 0 else { return nil }
    let strides = (row: c.strides[c.rank - 2], column: c.strides[c.rank - 1])
    // Tiles store rows: a result that lies column by column is computed as its transpose.
    let turns =
      c.rank == 2 && strides.row == 1 && (strides.column != 1 || columns == 1) && rows > 1
    if turns {
      self.init(
        a: PanelSource(rowsOf: b.transposed), b: PanelSource(rowsOf: a), rows: columns,
        columns: rows, images: 1, depth: a.columns, into: c, rowStride: strides.column,
        columnStride: 1, imageStride: 0,
        end: TileEnd(bias, transposed: true, accumulates: accumulate))
    } else {
      self.init(
        a: PanelSource(rowsOf: a),
        b: PanelSource(rowsOf: b.transposed, imageLanes: c.rank == 3 ? columns : nil), rows: rows,
        columns: columns, images: images, depth: a.columns, into: c,
        rowStride: strides.row, columnStride: strides.column,
        imageStride: c.rank == 3 ? c.strides[0] : 0,
        end: TileEnd(bias, transposed: false, accumulates: accumulate))
    }
    if let keeping {
      let isLeft = (keeping == .left) != turns
      kept = try MatmulKept(keeping == .left ? a : b, isLeft ? .left : .right, of: self)
    }
  }

  private init(
    a: PanelSource<Element>, b: PanelSource<Element>, rows: Int, columns: Int, images: Int,
    depth: Int, into c: Cells, rowStride: Int, columnStride: Int, imageStride: Int,
    end: TileEnd<Element>
  ) {
    self.a = a
    self.b = b
    self.c = c.storage.pointer(Element.self) + c.offset
    self.rowStride = rowStride
    self.columnStride = columnStride
    self.imageStride = imageStride
    self.end = end
    self.depth = depth
    plan = MatmulPlan(
      rows: rows, columns: columns, images: images, depth: depth,
      cellByteCount: MemoryLayout<Element>.size)
  }
}
