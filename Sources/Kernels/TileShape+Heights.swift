/// One function a height: the width of the tile is chosen here, so that both are constants inside.
extension TileShape {
  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  static func run8<Element: TileCell>(
    _ vectors: Int, _ depth: Int, _ a: UnsafePointer<Element>, _ aRow: Int, _ aStep: Int,
    _ b: UnsafePointer<Element>, _ bStep: Int, _ c: UnsafeMutablePointer<Element>, _ cRow: Int,
    _ end: TileEnd<Element>
  ) {
    if vectors == 3 {
      Tile<Element, 8, 3>.multiply(
        depth: depth, a, aRow: aRow, aStep: aStep, b, bStep: bStep, into: c, cRow: cRow, end: end)
    } else if vectors == 2 {
      Tile<Element, 8, 2>.multiply(
        depth: depth, a, aRow: aRow, aStep: aStep, b, bStep: bStep, into: c, cRow: cRow, end: end)
    } else {
      Tile<Element, 8, 1>.multiply(
        depth: depth, a, aRow: aRow, aStep: aStep, b, bStep: bStep, into: c, cRow: cRow, end: end)
    }
  }

  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  static func run4<Element: TileCell>(
    _ vectors: Int, _ depth: Int, _ a: UnsafePointer<Element>, _ aRow: Int, _ aStep: Int,
    _ b: UnsafePointer<Element>, _ bStep: Int, _ c: UnsafeMutablePointer<Element>, _ cRow: Int,
    _ end: TileEnd<Element>
  ) {
    if vectors == 3 {
      Tile<Element, 4, 3>.multiply(
        depth: depth, a, aRow: aRow, aStep: aStep, b, bStep: bStep, into: c, cRow: cRow, end: end)
    } else if vectors == 2 {
      Tile<Element, 4, 2>.multiply(
        depth: depth, a, aRow: aRow, aStep: aStep, b, bStep: bStep, into: c, cRow: cRow, end: end)
    } else {
      Tile<Element, 4, 1>.multiply(
        depth: depth, a, aRow: aRow, aStep: aStep, b, bStep: bStep, into: c, cRow: cRow, end: end)
    }
  }

  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  static func run2<Element: TileCell>(
    _ vectors: Int, _ depth: Int, _ a: UnsafePointer<Element>, _ aRow: Int, _ aStep: Int,
    _ b: UnsafePointer<Element>, _ bStep: Int, _ c: UnsafeMutablePointer<Element>, _ cRow: Int,
    _ end: TileEnd<Element>
  ) {
    if vectors == 3 {
      Tile<Element, 2, 3>.multiply(
        depth: depth, a, aRow: aRow, aStep: aStep, b, bStep: bStep, into: c, cRow: cRow, end: end)
    } else if vectors == 2 {
      Tile<Element, 2, 2>.multiply(
        depth: depth, a, aRow: aRow, aStep: aStep, b, bStep: bStep, into: c, cRow: cRow, end: end)
    } else {
      Tile<Element, 2, 1>.multiply(
        depth: depth, a, aRow: aRow, aStep: aStep, b, bStep: bStep, into: c, cRow: cRow, end: end)
    }
  }

  @inline(never)
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  static func run1<Element: TileCell>(
    _ vectors: Int, _ depth: Int, _ a: UnsafePointer<Element>, _ aRow: Int, _ aStep: Int,
    _ b: UnsafePointer<Element>, _ bStep: Int, _ c: UnsafeMutablePointer<Element>, _ cRow: Int,
    _ end: TileEnd<Element>
  ) {
    if vectors == 3 {
      Tile<Element, 1, 3>.multiply(
        depth: depth, a, aRow: aRow, aStep: aStep, b, bStep: bStep, into: c, cRow: cRow, end: end)
    } else if vectors == 2 {
      Tile<Element, 1, 2>.multiply(
        depth: depth, a, aRow: aRow, aStep: aStep, b, bStep: bStep, into: c, cRow: cRow, end: end)
    } else {
      Tile<Element, 1, 1>.multiply(
        depth: depth, a, aRow: aRow, aStep: aStep, b, bStep: bStep, into: c, cRow: cRow, end: end)
    }
  }
}
