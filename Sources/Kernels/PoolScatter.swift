/// The gradient of windows of any geometry, added to the pixels plane by plane.
struct PoolScatter<Element: PoolCell>: @unchecked Sendable {
  /// The gradients of a channel of an image.
  struct Plane {
    let number: Int
    let cells: UnsafeMutablePointer<Element>
  }

  private let windows: PoolWindows
  private let upstream: UnsafePointer<Element>
  private let gradient: UnsafeMutablePointer<Element>
  private let planes: Int
  /// From an output's first pixel to that of each tap, taps counted from the first row inside.
  private let offsets: [Int]

  init(_ windows: PoolWindows, _ upstream: Cells, into gradient: Cells) {
    self.windows = windows
    self.upstream = UnsafePointer(upstream.storage.pointer(Element.self)) + upstream.offset
    self.gradient = gradient.storage.pointer(Element.self) + gradient.offset
    planes = gradient.sizes[0] * gradient.sizes[1]
    let across = windows.columns.map { $0.inputOffset - $0.zerosBefore * windows.columnStep }
    let down = windows.tapRowStep * windows.pixelColumns
    offsets = (0..<windows.tapRows).flatMap { row in across.map { row * down + $0 } }
  }

  /// Calls `body` for every row of outputs with its number, a copy of its gradients, and the plane,
  /// whose gradients are 0 before the first row.
  @inline(__always)
  func forEachRow(
    _ body: @Sendable (Int, UnsafeMutablePointer<Element>, Plane) -> Void
  ) throws(Interrupted) {
    let (rows, columns) = (windows.rows.count, windows.outputColumns)
    let size = windows.pixelRows * windows.pixelColumns
    let products = rows * columns * windows.taps * 2
    try PoolPlanes<Element>.deal(planes, products: products) {
      (range: Range<Int>) throws(Interrupted) in
      try Arena.withCells(columns, of: Element.self) { (copy) throws(Interrupted) in
        for number in range {
          let plane = Plane(number: number, cells: gradient + number &* size)
          plane.cells.update(repeating: 0, count: size)
          for row in 0..<rows {
            if row & 15 == 15 { try Interrupt.check() }
            copy.update(from: upstream + (number &* rows &+ row) &* columns, count: columns)
            body(row, copy, plane)
          }
        }
      }
    }
  }

  @inline(__always)
  private func firstRow(
    _ row: Int, _ plane: UnsafeMutablePointer<Element>
  ) -> UnsafeMutablePointer<Element> {
    plane + windows.rows[row].pixelRow &* windows.pixelColumns
  }

  /// Adds each output's share to all pixels of its window.
  @inline(__always)
  func addToAll(_ row: Int, _ shares: UnsafePointer<Element>, _ plane: Plane) {
    let first = firstRow(row, plane.cells)
    let step = windows.columnStep
    for tapRow in 0..<windows.rows[row].count {
      for (number, run) in windows.columns.enumerated() {
        let source = shares + run.zerosBefore
        let target =
          first
          + (offsets[tapRow &* windows.columns.count &+ number] &+ run.zerosBefore &* step)
        if step == 1 {
          for place in 0..<run.length { target[place] += source[place] }
        } else {
          for place in 0..<run.length { target[place &* step] += source[place] }
        }
      }
    }
  }

  /// Adds each output's gradient to the first largest pixel of its window.
  @inline(__always)
  func addToWinners(
    _ row: Int, _ gradients: UnsafePointer<Element>, _ plane: Plane, of pixelRow: PoolRow<Element>,
    _ pixels: UnsafePointer<Element>
  ) {
    let (columns, lanes) = (windows.outputColumns, Element.lanes)
    let first = firstRow(row, plane.cells)
    // Whole vectors are written.
    Arena.withCells(columns + lanes, of: Element.self) { winners in
      pixelRow.findWinners(row, pixels, into: winners)
      for column in 0..<columns {
        let tap = Int(winners[column])
        first[offsets[tap] &+ column &* windows.columnStep] += gradients[column]
      }
    }
  }

  /// Adds each output's gradient to all largest pixels of its window, or to the first of them; to the
  /// first NaN if there is one.
  func addToLargest(
    _ row: Int, _ gradients: UnsafePointer<Element>, _ plane: Plane,
    _ pixels: UnsafePointer<Element>, _ ties: PoolTies
  ) {
    let first = firstRow(row, plane.cells)
    let source = pixels + (first - plane.cells)
    for column in 0..<windows.outputColumns {
      var (largest, count) = (-Element.infinity, 0)
      forEachTap(row, column) { place in
        let pixel = source[place]
        if largest != largest || pixel < largest { return }
        count = pixel == largest ? count + 1 : 1
        largest = pixel
      }
      var share = gradients[column]
      if ties == .split { share /= Element(max(1, count)) }
      var isTaken = false
      forEachTap(row, column) { place in
        let isNaN = source[place] != source[place] && largest != largest
        if isTaken || !(isNaN || source[place] == largest) { return }
        first[place] += share
        isTaken = isNaN || ties == .first
      }
    }
  }

  @inline(__always)
  private func forEachTap(_ row: Int, _ column: Int, _ body: (Int) -> Void) {
    for tapRow in 0..<windows.rows[row].count {
      for (number, run) in windows.columns.enumerated()
      where column >= run.zerosBefore && column < run.zerosBefore &+ run.length {
        body(
          offsets[tapRow &* windows.columns.count &+ number] &+ column &* windows.columnStep)
      }
    }
  }
}
