/// One side of a matrix product as its packing sees it: *lanes* (rows of `a`, columns of `b`) and
/// the *depth* along which the product sums.
enum PanelSource<Element: TileCell>: @unchecked Sendable {
  case strided(StridedPanels<Element>)
  case patches(PatchPanels<Element>)

  /// Looks at a matrix from the side of `a`: its rows are the lanes.
  ///
  /// - Parameter imageLanes: how many lanes an image has, if lanes will be counted from its start.
  init(rowsOf matrix: MatrixOperand, imageLanes: Int? = nil) {
    switch matrix {
    case .strided(let cells):
      let block = UnsafePointer(cells.storage.pointer(Element.self))
      self = .strided(
        StridedPanels(
          start: block + cells.offset, laneStride: cells.strides[0], depthStride: cells.strides[1],
          imageStride: (imageLanes ?? 0) * cells.strides[0], end: block + cells.storage.count))
    case .patches(let patches):
      if patches.positionsAreRows,
        let strided = StridedPanels<Element>(patches, imagesApart: imageLanes != nil)
      {
        self = .strided(strided)
      } else {
        self = .patches(PatchPanels(patches, lanesArePositions: patches.positionsAreRows))
      }
    }
  }

  /// Packs a panel: `depth` steps of `lanes` cells, the steps `pitch` cells apart.
  ///
  /// A vector more than the panel may be written past its end; lanes between `lanes` and `pitch`
  /// hold anything.
  @inline(__always)
  func pack(
    image: Int, lane: Int, lanes: Int, step: Int, depth: Int,
    into panel: UnsafeMutablePointer<Element>, pitch: Int
  ) {
    switch self {
    case .strided(let source):
      source.pack(
        image: image, lane: lane, lanes: lanes, step: step, depth: depth, into: panel, pitch: pitch)
    case .patches(let source):
      source.pack(
        image: image, lane: lane, lanes: lanes, step: step, depth: depth, into: panel, pitch: pitch)
    }
  }
}
