/// What the arrangements of a band cost: a small model of one core, in cycles an image and group.
struct BandCosts {
  let rows: BandAxis
  let columns: BandAxis
  let channels: Int
  let outputs: Int
  let imagePitch: Int?
  let type: ElementType

  var lanes: Int { 64 / type.byteCount }

  /// Bytes of a band of so many output rows.
  func byteCount(_ arrangement: BandPlan.Arrangement, rows count: Int) -> Int {
    let (planes, width) =
      arrangement == .apart
      ? (columns.taps.count, columns.outputs) : (columns.planes.count, columns.length)
    return channels * rows.planes.count * planes * (count + rows.reach) * width * type.byteCount
  }

  /// Copying, multiplying and storing.
  func cycles(_ arrangement: BandPlan.Arrangement) -> Double {
    let rowVectors = vectors(columns.outputs)
    // A store of a vector that crosses lines takes two cycles or three; a gather some more.
    let edges = columns.holdsPadding ? 2.0 : 0.5
    let planes = arrangement == .apart ? columns.taps.count : columns.planes.count
    let isDealt = arrangement != .apart && (columns.step == 2 || columns.step == 4)
    let copy: Double = columns.step == 1 ? 2 : isDealt ? 3 : 6
    let copies =
      imagePitch != nil && arrangement != .apart
      ? 0
      : Double(channels * rows.planes.count * rows.length * planes) * (rowVectors + edges)
        * copy
    let taps = channels * rows.taps.count * columns.taps.count
    var work = Double(outputs * taps) / 2
    // With one output every product waits for its pixels, least where lines are taken together.
    if outputs == 1 { work *= arrangement == .rows ? 1.8 : 2.5 }
    switch arrangement {
    case .rows:
      // A tile of one vector reads nine numbers for eight products.
      if rowVectors == 1, outputs > 1 { work *= 1.4 }
      return copies + Double(rows.outputs) * rowVectors * work
    case .apart:
      // A tile that reads more than the first-level cache holds waits for the second.
      let penalty = taps > 160 ? 1.1 : 1.0
      return copies + vectors(rows.outputs * columns.outputs) * work * penalty
    case .flat:
      let pitch = imagePitch ?? columns.length - columns.commonPadding
      let stores = Double(outputs * rows.outputs) * rowVectors * 4
      return copies + vectors((rows.outputs - 1) * pitch + columns.outputs) * work + stores
    }
  }

  /// The block of rows and columns that copies the fewest cells twice, whole vectors wide; nil if not
  /// even a tile of one row fits.
  ///
  /// A wide image's rows would leave room for two or three at a time, each copied again for the next.
  func block(within most: Int) -> (rows: Int, columns: Int)? {
    let cell = channels * rows.planes.count * columns.planes.count * type.byteCount
    let vectors = (columns.outputs + lanes - 1) / lanes
    var best: (rows: Int, columns: Int)?
    var least = Double.infinity
    for blocks in 1...max(1, (vectors + 2) / 3) {
      // Whole tiles of three vectors.
      let tiles = ((vectors + 2) / 3 + blocks - 1) / blocks
      let width = min(columns.outputs, 3 * tiles * lanes)
      // One row of a tile's width may take twice the room.
      let room = width <= 3 * lanes ? 2 * most : most
      let fitting = most / max(1, cell * (width + columns.reach)) - rows.reach
      let isLast = cell * (width + columns.reach) * (1 + rows.reach) <= room
      guard fitting >= 1 || isLast else { continue }
      // A sliver at the end would be computed by tiles of one vector.
      let sliver = columns.outputs % width
      guard best == nil || sliver == 0 || sliver > lanes else { continue }
      let height = min(rows.outputs, max(1, fitting))
      let copies =
        Double((height + rows.reach) * (width + columns.reach)) / Double(height * width)
      // Longer rows are read faster.
      if copies < 0.9 * least { (best, least) = ((height, width), copies) }
    }
    return best
  }

  private func vectors(_ outputs: Int) -> Double { Double((outputs + lanes - 1) / lanes) }
}
