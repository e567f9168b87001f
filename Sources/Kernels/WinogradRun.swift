import Synchronization

/// One convolution by Winograd's algorithm under way.
struct WinogradRun: Sendable {
  let tiling: WinogradTiling
  let images: Cells
  let weights: WinogradWeights
  let bias: Cells?
  let result: Cells

  /// Fewer blocks are dealt out in parts: some of the outputs each.
  private static var fewBlocks: Int { 8 }

  private var panels: Int { (tiling.shape.outputs + TileShape.rows - 1) / TileShape.rows }

  /// Computes all blocks.
  ///
  /// - Returns: whether all results are finite.
  func compute() throws(Interrupted) -> Bool {
    let tasks = tiling.blocks * tiling.shape.groups
    guard tasks > 0, panels > 0 else { return true }
    let parts = min(panels, (Self.fewBlocks + tasks - 1) / tasks)
    let isFinite = Atomic<Bool>(true)
    try Workers.run(tasks * parts) { (index: Int) throws(Interrupted) in
      try Interrupt.check()
      guard isFinite.load(ordering: .relaxed) else { return }
      let (task, part) = index.quotientAndRemainder(dividingBy: parts)
      let (block, group) = task.quotientAndRemainder(dividingBy: tiling.shape.groups)
      let range = part * panels / parts..<(part + 1) * panels / parts
      if try !compute(block, group, range) { isFinite.store(false, ordering: .relaxed) }
    }
    return isFinite.load(ordering: .relaxed)
  }

  /// Computes some panels of outputs of one block.
  private func compute(_ block: Int, _ group: Int, _ range: Range<Int>) throws(Interrupted) -> Bool {
    let input = WinogradInput(tiling, block: block, group: group, of: images)
    let output = WinogradOutput(
      tiling, block: block, group: group, into: result, bias: bias, pitch: input.pitch)
    let sumStride = TileShape.rows * input.pitch
    let sumCount = tiling.points * sumStride
    let lineCount = max(input.lineCount, WinogradOutput.lineCount(edge: tiling.edge))
    var isFinite = true
    try Arena.withCells(input.count + sumCount + lineCount, of: Float.self) {
      (cells) throws(Interrupted) in
      let sums = cells + input.count
      let lines = sums + sumCount
      input.run(into: cells, lines: lines)
      for panel in range {
        try Interrupt.check()
        multiply(panel, group, UnsafePointer(cells), input, into: sums)
        let first = panel * TileShape.rows
        for row in 0..<min(TileShape.rows, tiling.shape.outputs - first) {
          let done = output.run(
            first + row, from: UnsafePointer(sums) + row * input.pitch, pointStride: sumStride,
            lines: lines)
          isFinite = isFinite && done
        }
      }
    }
    return isFinite
  }

  /// The products of one panel of outputs at every point.
  @inline(never)
  private func multiply(
    _ panel: Int, _ group: Int, _ pixels: UnsafePointer<Float>, _ input: WinogradInput,
    into sums: UnsafeMutablePointer<Float>
  ) {
    let lanes = WinogradTiling.lanes
    let vectors = input.pitch / lanes
    for point in 0..<tiling.points {
      let a = weights.panel(panel, group: group, point: point)
      let b = pixels + point &* input.pointStride
      let c = sums + point &* TileShape.rows &* input.pitch
      var vector = 0
      while vector < vectors {
        let count = min(TileShape.vectors, vectors &- vector)
        var row = 0
        while row < TileShape.rows {
          row &+= TileShape.multiply(
            rows: TileShape.rows &- row, vectors: count, depth: tiling.shape.channels, a + row,
            aRow: 1, aStep: TileShape.rows, b + vector &* lanes, bStep: input.pitch,
            into: c + (row &* input.pitch &+ vector &* lanes), cRow: input.pitch,
            end: TileEnd(accumulates: false))
        }
        vector &+= count
      }
    }
  }
}
