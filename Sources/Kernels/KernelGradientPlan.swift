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
    // A few items a thread, unless there is too little to share.
    let items = products < 1e6 ? 1 : 4
    rangeBlocks = max(1, min(8 / vectors, blocks / max(1, min(blocks, items / gradient.groups))))
    ranges = (blocks + rangeBlocks - 1) / rangeBlocks
    let sums = taps * outputs * gradient.groups * cellByteCount
    var parts = max(1, items / (ranges * gradient.groups))
    while parts > 1, parts > gradient.outputRows || parts * sums > Self.sumsByteCount { parts /= 2 }
    self.parts = parts
    let partRows = (gradient.outputRows + parts - 1) / parts
    let positionByteCount = rangeBlocks * vectors * 64
    let most = min(1536, Self.upstreamByteCount / positionByteCount) / gradient.columns.outputs
    // Bands of one size: a small last one would use its sums too little.
    let bands = (partRows + max(1, most) - 1) / max(1, most)
    bandRows = (partRows + bands - 1) / bands
    isOneBand = parts == 1 && bands == 1
    readsInput = !gradient.readsPadding && gradient.input.storage.count < Int32.max
    // The rows of the images of a band, each with what its taps reach beyond the outputs.
    let images = min(
      gradient.upstream.sizes[0], (bandRows + gradient.rows.outputs - 2) / gradient.rows.outputs + 1
    )
    let beyond = gradient.rows.span(1) - gradient.rows.outputStep
    let height = bandRows * gradient.rows.outputStep + max(beyond, images * beyond)
    let channelCells = height * gradient.columns.span(gradient.columns.outputs)
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

  /// The block that leaves the fewest vectors without outputs.
  private static func vectors(_ all: Int) -> Int {
    let most = KernelGradientShape.mostVectors
    if all <= most { return all }
    return most == 4 && (all + 2) / 3 * 3 < (all + 3) / 4 * 4 ? 3 : most
  }
}
