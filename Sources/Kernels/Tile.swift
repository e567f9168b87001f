internal import CSystem

/// The innermost block of a matrix product: `rows` × (`vectors` · lanes) sums kept in registers
/// while the reduction runs past them.
enum Tile<Element: TileCell, let rows: Int, let vectors: Int> {
  /// Computes one tile.
  ///
  /// - Parameters:
  ///   - depth: the length of the reduction.
  ///   - a: the first row's first cell; rows are `aRow` cells apart, reduction steps `aStep`.
  ///   - b: the first step's first vector; steps are `bStep` cells apart.
  ///   - c: where the sums go; rows are `cRow` cells apart.
  ///   - end: what is added to them.
  @inline(__always)
  static func multiply(
    depth: Int, _ a: UnsafePointer<Element>, aRow: Int, aStep: Int,
    _ b: UnsafePointer<Element>, bStep: Int,
    into c: UnsafeMutablePointer<Element>, cRow: Int, end: TileEnd<Element>
  ) {
    for row in 0..<rows {
      for v in 0..<vectors { patchwork_prefetch(c + (row &* cRow &+ v &* Element.lanes)) }
    }
    // 0, since cells are aligned: a constant would be written to memory and read back.
    let zero = Element(UInt(bitPattern: a) & 1)
    var sums = InlineArray<rows, InlineArray<vectors, Element.Vector>>(
      repeating: InlineArray(repeating: Element.Vector(repeating: zero)))
    var (a, b) = (a, b)
    for _ in 0..<depth {
      var right = InlineArray<vectors, Element.Vector>(repeating: .zero)
      for v in 0..<vectors { right[v] = Element.load(b + v &* Element.lanes) }
      for row in 0..<rows {
        let left = a[row &* aRow]
        for v in 0..<vectors { Element.addProduct(&sums[row][v], left, right[v]) }
      }
      a += aStep
      b += bStep
    }
    for row in 0..<rows {
      for v in 0..<vectors {
        let place = c + (row &* cRow &+ v &* Element.lanes)
        var sum = sums[row][v]
        if let bias = end.rowBias {
          sum = Element.add(sum, Element.Vector(repeating: bias[row &* end.rowBiasStep]))
        }
        if let bias = end.columnBias {
          sum = Element.add(sum, Element.load(bias + v &* Element.lanes))
        }
        if end.accumulates { sum = Element.add(sum, Element.load(place)) }
        UnsafeMutableRawPointer(place).storeBytes(of: sum, as: Element.Vector.self)
      }
    }
  }
}
