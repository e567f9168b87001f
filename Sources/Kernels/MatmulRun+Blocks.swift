extension MatmulRun {
  /// Computes the product, round by round along the depth.
  func compute() throws(Interrupted) {
    for round in 0..<plan.rounds {
      let step = round * plan.depth
      let slice = MatmulSlice(
        round: round, step: step, depth: min(plan.depth, depth - step),
        end: round == 0 ? end : TileEnd(accumulates: true))
      let panels = plan.rowsAreLong ? plan.columnPanels * plan.images : plan.rowPanels
      for first in stride(from: 0, to: panels, by: plan.sharedPanels) {
        try computeBlock(first..<min(panels, first + plan.sharedPanels), of: slice)
      }
    }
  }

  /// Multiplies one block of the shorter side with all panels of the longer one.
  private func computeBlock(_ block: Range<Int>, of slice: MatmulSlice<Element>) throws(Interrupted)
  {
    let long = plan.rowsAreLong ? plan.rowPanels : plan.columnPanels * plan.images
    if let kept, (kept.side == .left) != plan.rowsAreLong {
      let cells = kept.panel(block.lowerBound, round: slice.round)
      try computePanels(
        long, against: MatmulShared(panels: block, cells: cells, stride: kept.panelStride), slice)
      return
    }
    let pitch = plan.rowsAreLong ? Self.columnPitch : TileShape.rows
    let isDirect =
      plan.rowsAreLong
      ? plan.columns % Element.lanes == 0 && bIsRead(directly: long) : aIsRead(directly: long)
    guard !isDirect else {
      try computePanels(long, against: MatmulShared(panels: block, cells: nil, stride: 0), slice)
      return
    }
    // Packing may write up to a vector past a panel's end.
    let panelStride = pitch * slice.depth + 2 * Element.lanes
    try Arena.withCells(block.count * panelStride, of: Element.self) {
      (cells) throws(Interrupted) in
      let shared = MatmulShared(panels: block, cells: cells, stride: panelStride)
      try spread(block.count, nanoseconds: Double(pitch * slice.depth) * 0.3) {
        index in
        if let cells = shared.cell(of: index) {
          pack(
            shared.panels.lowerBound + index, of: plan.rowsAreLong ? .right : .left,
            step: slice.step, depth: slice.depth, into: cells)
        }
      }
      try computePanels(long, against: shared, slice)
    }
  }

  /// Packs a panel of `a` (left) or `b`, as wide as a whole one.
  func pack(
    _ panel: Int, of side: MatmulSide, step: Int, depth: Int,
    into cells: UnsafeMutablePointer<Element>
  ) {
    if side == .right {
      let place = columnPlace(panel)
      b.pack(
        image: place.image, lane: place.column, lanes: place.count, step: step, depth: depth,
        into: cells, pitch: Self.columnPitch)
    } else {
      let row = panel * TileShape.rows
      a.pack(
        image: 0, lane: row, lanes: min(TileShape.rows, plan.rows - row), step: step,
        depth: depth, into: cells, pitch: TileShape.rows)
    }
  }

  /// Deals the panels of the longer side out to the threads.
  private func computePanels(
    _ long: Int, against shared: MatmulShared<Element>, _ slice: MatmulSlice<Element>
  ) throws(Interrupted) {
    // Few long panels are dealt out in parts: against some of the shared panels each.
    let parts = long >= 8 ? 1 : min(shared.panels.count, (7 + long) / max(1, long))
    let products = Double(TileShape.rows * Self.columnPitch * slice.depth * shared.panels.count)
    let nanoseconds = products / (Element.lanes == 16 ? 120 : 60) / Double(parts)
    try spread(long * parts, nanoseconds: nanoseconds + Double(slice.depth) * 2) {
      index in
      let (panel, part) = index.quotientAndRemainder(dividingBy: parts)
      let count = shared.panels.count
      let range = part * count / parts..<(part + 1) * count / parts
      if plan.rowsAreLong {
        computeRowPanel(panel, against: shared, range, slice)
      } else {
        computeColumnPanel(panel, against: shared, range, slice)
      }
    }
  }

  /// Runs `body` for every index, in groups long enough to be worth a thread's while, and looks at
  /// the flag before each.
  private func spread(
    _ count: Int, nanoseconds: Double, _ body: @Sendable (Int) -> Void
  ) throws(Interrupted) {
    try Interrupt.check()
    if Double(count) * nanoseconds < 15_000 {
      for index in 0..<count { body(index) }
      return
    }
    let group = max(count / 64, min(Int(10_000 / nanoseconds), count / 4), 1)
    try Workers.run((count + group - 1) / group) { (index: Int) throws(Interrupted) in
      try Interrupt.check()
      for index in index * group..<min(count, (index + 1) * group) { body(index) }
    }
    // A sweep that saw the flag has left its panel unfinished.
    try Interrupt.check()
  }
}
