/// The gradient of windows two pixels wide that share no pixel: it is written a vector at a time, each
/// pixel once.
struct PoolTiles<Element: PoolCell>: @unchecked Sendable {
  /// Some neighbouring outputs of a row.
  struct Block {
    let plane: Int
    let row: Int
    let column: Int
    let count: Int
    let upstream: Element.Vector
    /// Pixels up to here may be written: all but these outputs' are written again later.
    let end: UnsafeMutablePointer<Element>
  }

  private let windows: PoolWindows
  private let upstream: UnsafePointer<Element>
  private let upstreamEnd: UnsafePointer<Element>
  private let gradient: UnsafeMutablePointer<Element>
  private let planes: Int

  init(_ windows: PoolWindows, _ upstream: Cells, into gradient: Cells) {
    self.windows = windows
    let outputs = UnsafePointer(upstream.storage.pointer(Element.self))
    self.upstream = outputs + upstream.offset
    upstreamEnd = outputs + upstream.storage.count
    self.gradient = gradient.storage.pointer(Element.self) + gradient.offset
    planes = gradient.sizes[0] * gradient.sizes[1]
  }

  private var planeSize: Int { windows.pixelRows &* windows.pixelColumns }

  /// Writes the gradients of all pixels, a block of outputs at a time, row by row, the last of a row
  /// first: what is written past the end of a row of pixels lies at the start of the next, which is
  /// written after it.
  func write<Rule: PoolTileRule>(by rule: Rule) throws(Interrupted) where Rule.Cell == Element {
    let (rows, columns, lanes) = (windows.rows.count, windows.outputColumns, Element.lanes)
    let lastBlock = (columns - 1) / lanes * lanes
    let products = columns * windows.taps * 2
    try PoolPlanes<Element>.deal(planes * rows, products: products) {
      (range: Range<Int>) throws(Interrupted) in
      let end = start(ofPlane: range.upperBound / rows, row: range.upperBound % rows)
      var (plane, row) = range.lowerBound.quotientAndRemainder(dividingBy: rows)
      for place in range {
        if place & 255 == 255 { try Interrupt.check() }
        let outputs = upstream + place &* columns
        var column = lastBlock
        while column >= 0 {
          let count = min(lanes, columns &- column)
          let upstream = Self.load(outputs + column, count: count, end: upstreamEnd)
          let block = Block(
            plane: plane, row: row, column: column, count: count, upstream: upstream, end: end)
          rule.write(block, into: self)
          column &-= lanes
        }
        clearRest(start(ofPlane: plane, row: row), isLast: row == rows &- 1)
        row &+= 1
        if row == rows { (plane, row) = (plane &+ 1, 0) }
      }
    }
  }

  @inline(__always)
  private func start(ofPlane plane: Int, row: Int) -> UnsafeMutablePointer<Element> {
    gradient + (plane &* planeSize &+ row &* windows.tapRows &* windows.pixelColumns)
  }

  /// Sets the pixels that no window has to 0.
  @inline(__always)
  private func clearRest(_ start: UnsafeMutablePointer<Element>, isLast: Bool) {
    let used = 2 &* windows.outputColumns
    if used < windows.pixelColumns {
      for row in 0..<windows.tapRows { start[row &* windows.pixelColumns &+ used] = 0 }
    }
    guard isLast else { return }
    let rest = windows.pixelRows &- windows.rows.count &* windows.tapRows
    (start + windows.tapRows &* windows.pixelColumns)
      .update(repeating: 0, count: rest &* windows.pixelColumns)
  }

  /// The pixels at the left and at the right of a block's windows, in one row of taps.
  @inline(__always)
  func pixels(
    _ planes: PoolPlanes<Element>, _ block: Block, _ tapRow: Int
  ) -> (Element.Vector, Element.Vector) {
    let place =
      planes.plane(block.plane)
      + ((block.row &* windows.tapRows &+ tapRow) &* planes.rowStride &+ 2 &* block.column)
    let (lanes, left) = (Element.lanes, 2 &* block.count)
    let a = Self.load(place, count: min(lanes, left), end: planes.pixelsEnd)
    let b = Self.load(place + lanes, count: max(0, left &- lanes), end: planes.pixelsEnd)
    return (Element.evenLanes(a, b), Element.oddLanes(a, b))
  }

  /// Writes the gradients of those pixels.
  @inline(__always)
  func store(_ left: Element.Vector, _ right: Element.Vector, _ block: Block, _ tapRow: Int) {
    let place =
      start(ofPlane: block.plane, row: block.row)
      + (tapRow &* windows.pixelColumns &+ 2 &* block.column)
    let lanes = Element.lanes
    let both = Element.inTurn(left, right)
    if place + 2 &* lanes <= block.end {
      UnsafeMutableRawPointer(place).storeBytes(of: both.0, as: Element.Vector.self)
      UnsafeMutableRawPointer(place + lanes).storeBytes(of: both.1, as: Element.Vector.self)
    } else {
      for cell in 0..<2 &* block.count {
        place[cell] = cell < lanes ? both.0[cell] : both.1[cell &- lanes]
      }
    }
  }

  /// A vector of which `count` lanes are needed: the others hold anything.
  @inline(__always)
  private static func load(
    _ place: UnsafePointer<Element>, count: Int, end: UnsafePointer<Element>
  ) -> Element.Vector {
    if place + Element.lanes <= end { return Element.load(place) }
    var vector = Element.Vector()
    for lane in 0..<count { vector[lane] = place[lane] }
    return vector
  }
}
