import Synchronization

/// A kernel gradient of few outputs: every channel meets every output row by row.
struct LineKernelGradient<Element: TileCell>: @unchecked Sendable {
  let gradient: KernelGradient
  /// Rows of the input in scratch.
  let line: PaddedLine<Element>
  /// Whether the input is read where it lies.
  let readsInput: Bool
  /// Whether the upstream gradient is.
  let readsUpstream: Bool
  /// Channels of all groups an item takes, and parts of the batch.
  private let channels: Int
  private let parts: Int
  /// Output rows a band.
  let bandRows: Int

  private static var inputByteCount: Int { 64 << 10 }

  init(_ gradient: KernelGradient) {
    self.gradient = gradient
    let (x, u) = (gradient.input, gradient.upstream)
    let (rows, columns) = (gradient.rows, gradient.columns)
    line = PaddedLine(
      columns, columnStride: x.strides[3],
      end: UnsafePointer(x.storage.pointer(Element.self)) + x.storage.count, isSplit: true)
    readsUpstream = u.strides[3] == 1 && columns.outputs >= Element.lanes
    readsInput =
      !gradient.readsPadding && x.strides[3] == 1 && columns.outputStep == 1
      && columns.outputs >= Element.lanes
    let most = Self.inputByteCount / (line.pitch * MemoryLayout<Element>.size)
    let beyond = rows.span(1)
    bandRows = min(rows.outputs, max(beyond, (most - beyond) / rows.outputStep + 1))
    // A few items a thread, unless there is too little to share.
    let cycles = Self.cycles(gradient) * 1.5
    let all = x.sizes[1]
    let items = cycles < 40_000 ? 1 : 16
    channels = (all + items - 1) / items
    parts = max(1, min(x.sizes[0], items * channels / all))
  }

  /// About how long it takes: half a cycle a vector of products, and the copies.
  static func cycles(_ gradient: KernelGradient) -> Double {
    let (rows, columns) = (gradient.rows, gradient.columns)
    let vectors = (columns.outputs + Element.lanes - 1) / Element.lanes
    let isTiled =
      gradient.hasNeighbouringTaps && rows.taps > 1 && (columns.taps == 3 || columns.taps == 5)
    // A row of the kernel's taps takes its time even where it meets few rows.
    let tile = GradientLineShape.taps
    let taps = isTiled ? gradient.channelTaps : (gradient.channelTaps + tile - 1) / tile * tile
    let products =
      Double(vectors) * Double(rows.outputs + (isTiled ? rows.taps : 0)) * Double(taps)
      * (isTiled ? 0.6 : 1.2) + Double(4 * taps)
    let copies = Double(rows.span(rows.outputs)) * Double(4 * vectors)
    return (products * Double(gradient.groupOutputs) + copies + 50)
      * Double(gradient.input.sizes[1]) * Double(gradient.input.sizes[0])
  }

  /// Taps of a channel, in whole tiles.
  var tapsInTiles: Int {
    let tile = GradientLineShape.taps
    return (gradient.channelTaps + tile - 1) / tile * tile
  }

  /// Computes the gradient; false if it is not finite, so that padding may have spoilt it.
  func compute() throws(Interrupted) -> Bool {
    let isFinite = Atomic<Bool>(true)
    let all = gradient.input.sizes[1]
    let chunks = (all + channels - 1) / channels
    let cells = all * gradient.groupOutputs * gradient.channelTaps
    // Parts × channels × outputs × taps.
    try Arena.withCells(parts * cells, of: Element.self) { (sums) throws(Interrupted) in
      let partial = SharedPlace(sums)
      let images = gradient.input.sizes[0]
      try Workers.run(parts * chunks) { (number: Int) throws(Interrupted) in
        let (part, chunk) = number.quotientAndRemainder(dividingBy: chunks)
        let item = LineGradientItem(
          run: self, images: part * images / parts..<(part + 1) * images / parts,
          channels: chunk * channels..<min(all, (chunk + 1) * channels))
        try item.compute(into: partial.pointer + part &* cells)
      }
      if !store(UnsafePointer(partial.pointer), cells: cells) {
        isFinite.store(false, ordering: .relaxed)
      }
    }
    return isFinite.load(ordering: .relaxed)
  }

  /// Adds the parts up and stores the sums.
  ///
  /// - Returns: whether all are finite.
  private func store(_ sums: UnsafePointer<Element>, cells: Int) -> Bool {
    let strides = gradient.result.strides
    let target = gradient.result.storage.pointer(Element.self) + gradient.result.offset
    var place = sums
    var poison: Element = 0
    for channel in 0..<gradient.input.sizes[1] {
      let (group, inGroup) = channel.quotientAndRemainder(dividingBy: gradient.groupChannels)
      for output in 0..<gradient.groupOutputs {
        let kernel =
          target
          + ((group * gradient.groupOutputs + output) * strides[0] + inGroup * strides[1])
        for row in 0..<gradient.rows.taps {
          for column in 0..<gradient.columns.taps {
            var sum = place[0]
            for part in 1..<max(1, parts) { sum += place[part &* cells] }
            kernel[row &* strides[2] &+ column &* strides[3]] = sum
            poison += sum * 0
            place += 1
          }
        }
      }
    }
    return poison == 0
  }
}
