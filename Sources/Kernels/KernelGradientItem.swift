/// The work of one thread on a kernel gradient: a range of a group's outputs, over a part of the
/// output rows.
struct KernelGradientItem<Element: TileCell> {
  let run: KernelGradientRun<Element>
  let group: Int
  /// Blocks of outputs.
  let blocks: Range<Int>
  /// Output rows, counted through all images.
  let rows: Range<Int>
  /// Where the sums go: chunk by chunk, block by block, tap by tap. Those of one chunk only, if
  /// there is one band.
  let sums: UnsafeMutablePointer<Element>

  init(
    _ run: KernelGradientRun<Element>, place: Int, part: Int, sums: UnsafeMutablePointer<Element>
  ) {
    let plan = run.plan
    let range: Int
    (group, range) = place.quotientAndRemainder(dividingBy: plan.ranges)
    self.run = run
    self.sums = sums
    blocks = range * plan.rangeBlocks..<min(plan.blocks, (range + 1) * plan.rangeBlocks)
    let all = run.gradient.outputRows
    rows = part * all / plan.parts..<(part + 1) * all / plan.parts
  }

  private var gradient: KernelGradient { run.gradient }
  private var plan: KernelGradientPlan { run.plan }

  /// Computes the sums, and stores them if there is one band.
  ///
  /// - Returns: false if the upstream gradient's infinities may have met padding.
  func compute() throws(Interrupted) -> Bool {
    let most = min(plan.bandRows, rows.count) * gradient.columns.outputs
    let upstreamCells = most * plan.rangeBlocks * run.blockCells
    var isFinite = true
    try KernelGradientScratch<Element>.lend(
      cells: (upstreamCells, plan.inputCells), positions: most,
      offsets: run.sumRows(plan.chunkChannels)
    ) { (scratch) throws(Interrupted) in
      var row = rows.lowerBound
      while row < rows.upperBound {
        let band = row..<min(rows.upperBound, row + plan.bandRows)
        if !KernelGradientUpstream(run, group: group, blocks: blocks)
          .pack(band, into: scratch.upstream)
        {
          isFinite = false
        }
        try add(band, scratch)
        row = band.upperBound
      }
    }
    return isFinite
  }

  /// Adds what a band gives, chunk by chunk.
  private func add(
    _ band: Range<Int>, _ scratch: KernelGradientScratch<Element>
  ) throws(Interrupted) {
    let source = KernelGradientInput(run, band)
    source.writePositions(scratch.positions)
    var target = sums
    for first in stride(from: 0, to: gradient.groupChannels, by: plan.chunkChannels) {
      try Interrupt.check()
      let channels = first..<min(gradient.groupChannels, first + plan.chunkChannels)
      let pixels = source.pixels(group, channels, scratch.input)
      let count = source.writeOffsets(scratch.offsets, channels: channels.count)
      let step = KernelGradientStep(
        input: pixels, offsets: UnsafePointer(scratch.offsets),
        positions: UnsafePointer(scratch.positions), upstream: UnsafePointer(scratch.upstream),
        count: band.count &* gradient.columns.outputs, sums: target,
        accumulates: band.lowerBound > rows.lowerBound)
      try multiply(step, rows: count)
      if plan.isOneBand {
        store(channels, target)
      } else {
        target += blocks.count &* count &* run.blockCells
      }
    }
  }

  /// Multiplies all blocks of a band with one chunk.
  private func multiply(
    _ first: KernelGradientStep<Element>, rows: Int
  ) throws(Interrupted) {
    var step = first
    let half = max(1, plan.tileTaps / 2)
    for _ in blocks {
      step.offsets = first.offsets
      var left = rows
      var tiles = 0
      while left > 0 {
        if tiles & 31 == 31 { try Interrupt.check() }
        tiles &+= 1
        let taps = left >= plan.tileTaps ? plan.tileTaps : half
        KernelGradientShape.add(vectors: plan.vectors, isHalf: taps == half, step)
        step.offsets += taps
        step.sums += taps &* run.blockCells
        left &-= taps
      }
      step.upstream += step.count &* run.blockCells
    }
  }
}
