/// A stretch of a packed row: neighbouring positions that one tap reads from one input row, or
/// that all lie in the padding.
struct PatchPiece {
  /// Stands for the padding in place of an offset.
  static let padding = Int.min

  /// The first cell's offset from its channel's start in the first image, or `padding`.
  private var offset: Int
  private var lane: Int32
  private var count: Int32

  init(offset: Int, lane: Int, count: Int) {
    self.offset = offset
    self.lane = Int32(truncatingIfNeeded: lane)
    self.count = Int32(truncatingIfNeeded: count)
  }

  /// The offset, the first lane, and how many lanes.
  @inline(__always)
  var parts: (offset: Int, lane: Int, count: Int) { (offset, Int(lane), Int(count)) }

  /// Grows by a neighbour to the right if both are padding or the cells go on evenly.
  mutating func absorbs(offset next: Int, count more: Int, step: Int) -> Bool {
    let goesOn =
      next == Self.padding
      ? offset == Self.padding : offset != Self.padding && next == offset + Int(count) * step
    if goesOn { count += Int32(truncatingIfNeeded: more) }
    return goesOn
  }
}

extension PatchOperand {
  /// Lists the pieces of one tap for `lanes` positions, from left to right.
  ///
  /// - Returns: the place after the last one; there are never more than `lanes`.
  func listPieces(
    tap: Int, position: Int, lanes: Int, into pieces: UnsafeMutablePointer<PatchPiece>,
    at start: Int
  ) -> Int {
    let (tapRow, tapColumn) = tap.quotientAndRemainder(dividingBy: runs.tapColumns)
    let run = runs.columnRuns[tapColumn]
    let step = runs.columnStep * columnStride
    var (image, row) = position.quotientAndRemainder(dividingBy: runs.positions)
    var column = row % runs.outputColumns
    row /= runs.outputColumns
    var (lane, next) = (0, start)
    func add(_ offset: Int, _ count: Int) {
      guard count > 0 else { return }
      let isMore =
        next > start && pieces[next - 1].absorbs(offset: offset, count: count, step: step)
      if !isMore {
        pieces[next] = PatchPiece(offset: offset, lane: lane, count: count)
        next += 1
      }
      lane += count
    }
    while lane < lanes {
      let stretch = min(runs.outputColumns - column, lanes - lane)
      let inputRow = Int(runs.inputRows[tapRow * runs.outputRows + row])
      if inputRow < 0 {
        add(PatchPiece.padding, stretch)
      } else {
        let first = min(max(run.zerosBefore, column), column + stretch)
        let last = max(first, min(run.zerosBefore + run.length, column + stretch))
        let inputColumn = run.inputOffset + (first - run.zerosBefore) * runs.columnStep
        add(PatchPiece.padding, first - column)
        add(
          image * imageStride + inputRow * rowStride + inputColumn * columnStride, last - first)
        add(PatchPiece.padding, column + stretch - last)
      }
      (row, column) = (row + 1, 0)
      if row == runs.outputRows { (image, row) = (image + 1, 0) }
    }
    return next
  }

  /// The channel and the tap of the window at a place on the taps' axis.
  func channelAndTap(_ place: Int) -> (channel: Int, tap: Int) {
    switch tapOrder {
    case .channelsOutermost: (place / runs.taps, place % runs.taps)
    case .channelsInnermost: (place % channels, place / channels)
    }
  }

  /// Moves on to the next place on the taps' axis.
  @inline(__always)
  func advance(_ channel: inout Int, _ tap: inout Int) {
    switch tapOrder {
    case .channelsOutermost:
      tap &+= 1
      if tap == runs.taps { (tap, channel) = (0, channel &+ 1) }
    case .channelsInnermost:
      channel &+= 1
      if channel == channels { (channel, tap) = (0, tap &+ 1) }
    }
  }

  /// The channel, tap row and tap column of a place on the taps' axis.
  func place(ofTap tap: Int) -> (channel: Int, row: Int, column: Int) {
    let (channel, tapOfWindow) = channelAndTap(tap)
    let (row, column) = tapOfWindow.quotientAndRemainder(dividingBy: runs.tapColumns)
    return (channel, row, column)
  }
}
