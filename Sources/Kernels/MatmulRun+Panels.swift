extension MatmulRun {
  /// Cells a row of a full packed panel of `b`.
  @inline(__always)
  static var columnPitch: Int { TileShape.vectors * Element.lanes }

  /// Where a panel of `b` lies: its image, its first column there, and how many columns it has.
  @inline(__always)
  func columnPlace(_ panel: Int) -> (image: Int, column: Int, count: Int) {
    let (image, place) = panel.quotientAndRemainder(dividingBy: plan.columnPanels)
    let column = plan.firstColumn(ofPanel: place, lanes: Element.lanes)
    return (image, column, plan.firstColumn(ofPanel: place + 1, lanes: Element.lanes) - column)
  }

  /// Whether panels of `a` that are used so many times are better read where they lie.
  func aIsRead(directly uses: Int) -> Bool {
    if case .strided = a { return uses < 4 }
    return false
  }

  /// Whether panels of `b` that are used so many times are better read where they lie.
  func bIsRead(directly uses: Int) -> Bool {
    guard case .strided(let source) = b, source.laneStride == 1, columnStride == 1 else {
      return false
    }
    // Rows a multiple of a page apart compete for the same places in the cache.
    let spreads = (source.depthStride * MemoryLayout<Element>.size) % 4096 != 0
    return uses < 4 || uses <= 16 && spreads
  }

  /// Whether a sweep that has come to a tile must stop: it looks at the flag every few tiles, because
  /// the first touch of a result's pages can make a tile take a millisecond.
  @inline(__always)
  private func mustStop(at tile: Int) -> Bool { tile & 7 == 7 && Interrupt.isRequested }

  /// Multiplies one panel of `b` with some of the shared panels of `a`.
  func computeColumnPanel(
    _ panel: Int, against shared: MatmulShared<Element>, _ range: Range<Int>,
    _ slice: MatmulSlice<Element>
  ) {
    let place = columnPlace(panel)
    if let kept, kept.side == .right {
      sweepRows(
        place, UnsafePointer(kept.panel(panel, round: slice.round)), bStep: Self.columnPitch,
        against: shared, range, slice)
      return
    }
    let whole = place.count % Element.lanes == 0
    if whole, bIsRead(directly: plan.rowPanels), case .strided(let source) = b {
      let start = source.place(image: place.image, lane: place.column, step: slice.step)
      sweepRows(
        place, UnsafePointer(start), bStep: source.depthStride, against: shared, range, slice)
      return
    }
    let vectors = (place.count + Element.lanes - 1) / Element.lanes
    let pitch = vectors * Element.lanes
    Arena.withCells(pitch * slice.depth + 2 * Element.lanes, of: Element.self) { cells in
      b.pack(
        image: place.image, lane: place.column, lanes: place.count, step: slice.step,
        depth: slice.depth, into: cells, pitch: pitch)
      sweepRows(place, UnsafePointer(cells), bStep: pitch, against: shared, range, slice)
    }
  }

  private func sweepRows(
    _ place: (image: Int, column: Int, count: Int), _ b: UnsafePointer<Element>, bStep: Int,
    against shared: MatmulShared<Element>, _ range: Range<Int>, _ slice: MatmulSlice<Element>
  ) {
    for index in range {
      if mustStop(at: index) { return }
      let row = (shared.panels.lowerBound + index) * TileShape.rows
      let rows = min(TileShape.rows, plan.rows - row)
      if let cells = shared.cell(of: index) {
        computeTile(
          row, rows, UnsafePointer(cells), aRow: 1, aStep: TileShape.rows, place, b, bStep: bStep,
          slice)
      } else if case .strided(let source) = a {
        computeTile(
          row, rows, source.place(image: 0, lane: row, step: slice.step), aRow: source.laneStride,
          aStep: source.depthStride, place, b, bStep: bStep, slice)
      }
    }
  }

  /// Multiplies one panel of `a` with some of the shared panels of `b`.
  func computeRowPanel(
    _ panel: Int, against shared: MatmulShared<Element>, _ range: Range<Int>,
    _ slice: MatmulSlice<Element>
  ) {
    let row = panel * TileShape.rows
    let rows = min(TileShape.rows, plan.rows - row)
    if let kept, kept.side == .left {
      sweepColumns(
        row, rows, UnsafePointer(kept.panel(panel, round: slice.round)), aRow: 1,
        aStep: TileShape.rows, against: shared, range, slice)
      return
    }
    if aIsRead(directly: plan.columnPanels * plan.images), case .strided(let source) = a {
      sweepColumns(
        row, rows, source.place(image: 0, lane: row, step: slice.step), aRow: source.laneStride,
        aStep: source.depthStride, against: shared, range, slice)
      return
    }
    Arena.withCells(TileShape.rows * slice.depth + 2 * Element.lanes, of: Element.self) { cells in
      a.pack(
        image: 0, lane: row, lanes: rows, step: slice.step, depth: slice.depth, into: cells,
        pitch: TileShape.rows)
      sweepColumns(
        row, rows, UnsafePointer(cells), aRow: 1, aStep: TileShape.rows, against: shared, range,
        slice)
    }
  }

  private func sweepColumns(
    _ row: Int, _ rows: Int, _ a: UnsafePointer<Element>, aRow: Int, aStep: Int,
    against shared: MatmulShared<Element>, _ range: Range<Int>, _ slice: MatmulSlice<Element>
  ) {
    for index in range {
      if mustStop(at: index) { return }
      let place = columnPlace(shared.panels.lowerBound + index)
      if let cells = shared.cell(of: index) {
        computeTile(
          row, rows, a, aRow: aRow, aStep: aStep, place, UnsafePointer(cells),
          bStep: Self.columnPitch, slice)
      } else if case .strided(let source) = b {
        computeTile(
          row, rows, a, aRow: aRow, aStep: aStep, place,
          source.place(image: place.image, lane: place.column, step: slice.step),
          bStep: source.depthStride, slice)
      }
    }
  }

  /// Computes the cells where a panel of `a` meets a panel of `b`.
  @inline(__always)
  private func computeTile(
    _ row: Int, _ rows: Int, _ a: UnsafePointer<Element>, aRow: Int, aStep: Int,
    _ place: (image: Int, column: Int, count: Int), _ b: UnsafePointer<Element>, bStep: Int,
    _ slice: MatmulSlice<Element>
  ) {
    let vectors = (place.count &+ Element.lanes &- 1) / Element.lanes
    let end = slice.end.advanced(rows: row, columns: place.column)
    let target =
      c + (place.image &* imageStride &+ row &* rowStride &+ place.column &* columnStride)
    let isWhole =
      columnStride == 1 && place.count == vectors &* Element.lanes
      && (end.columnBias == nil || end.columnBiasStep == 1)
    guard isWhole else {
      computeEdge(rows, a, aRow, aStep, b, bStep, vectors, place.count, slice.depth, target, end)
      return
    }
    var done = 0
    while done < rows {
      done &+= TileShape.multiply(
        rows: rows &- done, vectors: vectors, depth: slice.depth, a + done &* aRow, aRow: aRow,
        aStep: aStep, b, bStep: bStep, into: target + done &* rowStride, cRow: rowStride,
        end: end.advanced(rows: done, columns: 0))
    }
  }

  /// Computes a tile in scratch cells, and stores what lies inside the result.
  @inline(never)
  private func computeEdge(
    _ rows: Int, _ a: UnsafePointer<Element>, _ aRow: Int, _ aStep: Int,
    _ b: UnsafePointer<Element>, _ bStep: Int, _ vectors: Int, _ columns: Int, _ depth: Int,
    _ target: UnsafeMutablePointer<Element>, _ end: TileEnd<Element>
  ) {
    let pitch = vectors &* Element.lanes
    Arena.withCells(TileShape.rows &* pitch, of: Element.self) { sums in
      var done = 0
      while done < rows {
        done &+= TileShape.multiply(
          rows: rows &- done, vectors: vectors, depth: depth, a + done &* aRow, aRow: aRow,
          aStep: aStep, b, bStep: bStep, into: sums + done &* pitch, cRow: pitch,
          end: TileEnd(accumulates: false))
      }
      end.merge(
        sums, pitch: pitch, rows: rows, columns: columns, into: target, rowStride: rowStride,
        columnStride: columnStride)
    }
  }
}
