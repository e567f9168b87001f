import Synchronization

/// One convolution by Winograd's algorithm under way.
struct WinogradRun: Sendable {
  let tiling: WinogradTiling
  let images: Cells
  let weights: WinogradWeights
  let bias: Cells?
  let result: Cells
  /// 0, as a number that the compiler does not know; see `WinogradTile`.
  private let zero: Float

  init(
    tiling: WinogradTiling, images: Cells, weights: WinogradWeights, bias: Cells?, result: Cells
  ) {
    self.tiling = tiling
    self.images = images
    self.weights = weights
    self.bias = bias
    self.result = result
    zero = Float(min(0, tiling.tiles))
  }

  /// Fewer blocks are dealt out in parts: some of the outputs each.
  private static var fewBlocks: Int { 8 }

  /// From so many pixels on, 256 MiB of them, which come from memory, a block's are asked for while
  /// another one is computed; for fewer it would only be work.
  private static var manyPixels: Int { 1 << 26 }

  /// The pixels of the block that this thread is likely to compute next: the one after those that
  /// the other threads are at.
  private func next(after block: Int, _ channels: Range<Int>) -> WinogradInput? {
    let shape = tiling.shape
    let next = block + Workers.threadCount
    guard next < tiling.blocks,
      shape.images * shape.groups * shape.channels * shape.inputRows * shape.inputColumns
        >= Self.manyPixels
    else { return nil }
    return WinogradInput(tiling, block: next, channels: channels, of: images)
  }

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
  private func compute(_ block: Int, _ group: Int, _ range: Range<Int>) throws(Interrupted) -> Bool
  {
    let channels = tiling.shape.channels
    let groupChannels = group * channels..<(group + 1) * channels
    let input = WinogradInput(tiling, block: block, channels: groupChannels, of: images)
    let next = next(after: block, groupChannels)
    let output = WinogradOutput(
      tiling, block: block, group: group, into: result, bias: bias, pitch: input.pitch)
    let sumStride = TileShape.rows * input.pitch
    // One vector of tiles is too little for the registers: several panels are computed at a time.
    let sweep =
      VectorLevel.current == 3 && input.pitch == WinogradTiling.lanes ? min(3, range.count) : 1
    let panelStride = tiling.points * sumStride
    let sumCount = sweep * panelStride
    let lineCount = max(input.lineCount, WinogradOutput.lineCount(edge: tiling.edge))
    var check = FloatVector(repeating: 0)
    try Arena.withCells(input.count + sumCount + lineCount, of: Float.self) {
      (cells) throws(Interrupted) in
      let sums = cells + input.count
      let lines = sums + sumCount
      input.run(into: cells, lines: lines)
      for first in stride(from: range.lowerBound, to: range.upperBound, by: sweep) {
        try Interrupt.check()
        let panels = first..<min(range.upperBound, first + sweep)
        let outputs =
          first * TileShape.rows..<min(tiling.shape.outputs, panels.upperBound * TileShape.rows)
        for row in outputs { output.prefetch(row) }
        let (begun, ended) = (first - range.lowerBound, panels.upperBound - range.lowerBound)
        next?.prefetch(begun * channels / range.count..<ended * channels / range.count)
        multiply(panels, group, UnsafePointer(cells), input, into: sums, panelStride)
        for row in outputs {
          let (panel, lane) = (row - outputs.lowerBound).quotientAndRemainder(
            dividingBy: TileShape.rows)
          output.run(
            row, from: UnsafePointer(sums) + panel * panelStride + lane * input.pitch,
            pointStride: sumStride, lines: lines, check: &check)
        }
      }
    }
    return check.lanes.sum() == 0
  }

  /// The products of some panels of outputs at every point.
  @inline(never)
  private func multiply(
    _ panels: Range<Int>, _ group: Int, _ pixels: UnsafePointer<Float>, _ input: WinogradInput,
    into sums: UnsafeMutablePointer<Float>, _ panelStride: Int
  ) {
    let depth = tiling.shape.channels
    for point in 0..<tiling.points {
      let weights = weights.panel(panels.lowerBound, group: group, point: point)
      let pixels = pixels + point &* input.pointStride
      let sums = sums + point &* TileShape.rows &* input.pitch
      if panels.count > 1 {
        WinogradTiles.multiply(
          panels: panels.count, depth: depth, weights,
          panelStride: tiling.points &* depth &* TileShape.rows, pixels, into: sums,
          sumStride: panelStride, zero: zero)
      } else {
        WinogradTiles.multiply(
          vectors: input.pitch / WinogradTiling.lanes, depth: depth, weights, pixels, into: sums,
          pitch: input.pitch, zero: zero)
      }
    }
  }
}
