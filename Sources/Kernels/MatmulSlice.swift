/// One round of a product: a stretch of its depth, and what its sums are added to.
struct MatmulSlice<Element: TileCell>: @unchecked Sendable {
  let round: Int
  let step: Int
  let depth: Int
  let end: TileEnd<Element>
}

/// Panels of the shorter side that the threads share, packed one after the other unless they are
/// read where they lie.
struct MatmulShared<Element: TileCell>: @unchecked Sendable {
  let panels: Range<Int>
  let cells: UnsafeMutablePointer<Element>?
  let stride: Int

  /// The cells of the panel at a place among these.
  @inline(__always)
  func cell(of index: Int) -> UnsafeMutablePointer<Element>? { cells.map { $0 + index &* stride } }
}
