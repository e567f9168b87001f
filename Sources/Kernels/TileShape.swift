/// The tile that fits the processor's registers, and the smaller ones for a result's edges.
///
/// AVX-512 has 32 registers of 64 bytes: 8 × 3 sums, 3 vectors of `b` and a few cells of `a`.
/// AVX2 has 16 of 32 bytes and NEON 32 of 16: 6 × 1 sums of 64 bytes. Without either, 2 × 1.
enum TileShape {
  /// Rows of the full tile, and of a packed panel of `a`.
  @inline(__always) static var rows: Int {
    VectorLevel.current == 3 ? 8 : VectorLevel.current > 0 ? 6 : 2
  }

  /// Vectors a row of the full tile; a packed panel of `b` has as many, fewer at the edge.
  @inline(__always) static var vectors: Int { VectorLevel.current == 3 ? 3 : 1 }

  /// Computes the smallest tile that covers `rows` rows; see `Tile.multiply`.
  ///
  /// - Returns: how many rows it computed: cells of `a` are read for each, needed or not.
  @inline(__always)
  static func multiply<Element: TileCell>(
    rows: Int, vectors: Int, depth: Int, _ a: UnsafePointer<Element>, aRow: Int, aStep: Int,
    _ b: UnsafePointer<Element>, bStep: Int,
    into c: UnsafeMutablePointer<Element>, cRow: Int, end: TileEnd<Element>
  ) -> Int {
    if VectorLevel.current == 3 {
      if rows >= 8 {
        run8(vectors, depth, a, aRow, aStep, b, bStep, c, cRow, end)
        return 8
      }
      if rows >= 4 {
        run4(vectors, depth, a, aRow, aStep, b, bStep, c, cRow, end)
        return 4
      }
    } else if VectorLevel.current > 0 {
      if rows >= 6 {
        Tile<Element, 6, 1>.multiply(
          depth: depth, a, aRow: aRow, aStep: aStep, b, bStep: bStep, into: c, cRow: cRow, end: end)
        return 6
      }
      if rows >= 4 {
        Tile<Element, 4, 1>.multiply(
          depth: depth, a, aRow: aRow, aStep: aStep, b, bStep: bStep, into: c, cRow: cRow, end: end)
        return 4
      }
    }
    if rows >= 2 {
      run2(vectors, depth, a, aRow, aStep, b, bStep, c, cRow, end)
      return 2
    }
    run1(vectors, depth, a, aRow, aStep, b, bStep, c, cRow, end)
    return 1
  }
}
