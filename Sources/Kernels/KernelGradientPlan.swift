/// How a kernel gradient is cut into work: by its sizes only, so that the order in which terms are
/// added does not depend on the threads.
///
/// A *part* is a stretch of the output rows of all images, summed apart and added up at the end. A
/// *range* is some blocks of outputs, a block what one tile takes. Each thread takes a range of a
/// part, band by band: a band's upstream gradient is turned once, a chunk of its channels copied
/// between zeros, both small enough for the second-level cache.
struct KernelGradientPlan {
  /// Vectors of outputs a block, and blocks a group.
  let vectors: Int
  let blocks: Int
  /// Blocks a range, and ranges a group.
  let rangeBlocks: Int
  let ranges: Int
  let parts: Int
  /// Output rows a band.
  let bandRows: Int
  /// Channels a chunk.
  let chunkChannels: Int
  /// The most cells of scratch a chunk of a band takes; none if the input is read where it lies.
  let inputCells: Int
  /// Whether the input is read where it lies.
  let readsInput: Bool
  /// Whether there is one part of one band, so that a chunk's sums are final.
  let isOneBand: Bool
  /// Taps a tile.
  let tileTaps: Int

  private static var upstreamByteCount: Int { 384 << 10 }
  private static var inputByteCount: Int { 160 << 10 }
  private static var sumsByteCount: Int { 1 << 20 }

  init(_ gradient: KernelGradient, lanes: Int) {
    let cellByteCount = 64 / lanes
    let all = (gradient.groupOutputs + lanes - 1) / lanes
    vectors = Self.vectors(all)
    blocks = (all + vectors - 1) / vectors
    tileTaps = KernelGradientShape.taps(vectors: vectors)
    let outputs = blocks * vectors * lanes
    let taps = gradient.groupChannels * gradient.channelTaps
    let positions = Double(gradient.outputRows) * Double(gradient.columns.outputs)
    let products = positions * Double(taps) * Double(outputs) * Double(gradient.groups)
    // A few items a thread, unless there is too little to share; in parts rather than ranges, each
    // of which copies the input, unless adding parts up would take as long as the input's copies.
    let isSmall = products < 1e6
    let items = isSmall ? products < 3e5 ? 1 : 2 : 4
    let sums = taps * outputs * gradient.groups * cellByteCount
    var parts = isSmall ? 1 : max(1, items / gradient.groups)
    while parts > 1, parts > gradient.outputRows || parts * sums > Self.sumsByteCount { parts /= 2 }
    self.parts = parts
    let wanted = max(1, min(blocks, items / (parts * gradient.groups)))
    rangeBlocks = max(1, min(16 / vectors, (blocks + wanted - 1) / wanted))
    ranges = (blocks + rangeBlocks - 1) / rangeBlocks
    let partRows = (gradient.outputRows + parts - 1) / parts
    let positionByteCount = rangeBlocks * vectors * 64
    let most = min(1536, Self.upstreamByteCount / positionByteCount) / gradient.columns.outputs
    // Bands of one size: a small last one would use its sums too little.
    let bands = (partRows + max(1, most) - 1) / max(1, most)
    readsInput = !gradient.readsPadding && gradient.input.storage.count < Int32.max
    var bandRows = (partRows + bands - 1) / bands
    while !readsInput, bandRows > 1,
      Self.channelCells(gradient, bandRows) * cellByteCount > Self.sumsByteCount
    {
      bandRows /= 2
    }
    self.bandRows = bandRows
    isOneBand = parts == 1 && bandRows >= partRows
    let channelCells = Self.channelCells(gradient, bandRows)
    var chunk = gradient.groupChannels
    if !readsInput { chunk = min(chunk, Self.inputByteCount / (channelCells * cellByteCount)) }
    if isOneBand {
      chunk = min(chunk, Self.inputByteCount / (gradient.channelTaps * positionByteCount))
    }
    if chunk < gradient.groupChannels {
      // Whole tiles, if a chunk has some.
      let tile = tileTaps
      let even = (1...tile).first { $0 * gradient.channelTaps % tile == 0 } ?? 1
      if chunk > even { chunk -= chunk % even }
    }
    chunkChannels = max(1, chunk)
    inputCells = readsInput ? 0 : chunkChannels * channelCells
  }

  /// The most cells of a channel that a band reads: the rows of its images, each with what the taps
  /// reach beyond the outputs.
  private static func channelCells(_ gradient: KernelGradient, _ bandRows: Int) -> Int {
    let rows = gradient.rows
    let images = min(gradient.upstream.sizes[0], (bandRows + rows.outputs - 2) / rows.outputs + 1)
    let beyond = rows.span(1) - rows.outputStep
    let height = bandRows * rows.outputStep + max(beyond, images * beyond)
    return height * gradient.columns.span(gradient.columns.outputs)
  }

  /// About how long the products take, and the turning of the upstream gradient.
  static func cycles(_ gradient: KernelGradient, lanes: Int) -> Double {
    let all = (gradient.groupOutputs + lanes - 1) / lanes
    let vectors = vectors(all)
    let taps = gradient.groupChannels * gradient.channelTaps
    let half = max(1, KernelGradientShape.taps(vectors: vectors) / 2)
    // A tile of one vector waits for its loads.
    let product = vectors == 1 ? 0.75 : 0.6
    let position =
      Double((all + vectors - 1) / vectors * vectors)
      * (Double((taps + half - 1) / half * half) * product + Double(lanes) * 0.4)
    return position * Double(gradient.outputRows) * Double(gradient.columns.outputs)
      * Double(gradient.groups)
  }

  /// The block that leaves the fewest vectors without outputs.
  private static func vectors(_ all: Int) -> Int {
    let most = KernelGradientShape.mostVectors
    if all <= most { return all }
    return most == 4 && (all + 2) / 3 * 3 < (all + 3) / 4 * 4 ? 3 : most
  }
}
