/// An im2col matrix, packed panel by panel from the runs of its window.
struct PatchPanels<Element: TileCell>: @unchecked Sendable {
  let patches: PatchOperand
  let lanesArePositions: Bool
  let start: UnsafePointer<Element>
  /// The end of the block: no vector is read past it.
  let end: UnsafePointer<Element>

  /// The most taps whose pieces are worked out once a panel; a larger window's are worked out for
  /// each row of the panel anew.
  private static var mostTabledTaps: Int { 128 }

  init(_ patches: PatchOperand, lanesArePositions: Bool) {
    self.patches = patches
    self.lanesArePositions = lanesArePositions
    let block = UnsafePointer(patches.storage.pointer(Element.self))
    start = block + patches.offset
    end = block + patches.storage.count
  }

  /// Packs a panel, see `PanelSource.pack`.
  func pack(
    image: Int, lane: Int, lanes: Int, step: Int, depth: Int,
    into panel: UnsafeMutablePointer<Element>, pitch: Int
  ) {
    guard lanesArePositions else {
      packTaps(lane: lane, lanes: lanes, step: step, depth: depth, into: panel, pitch: pitch)
      return
    }
    let position = image &* patches.runs.positions &+ lane
    let taps = patches.runs.taps
    let isTabled = taps <= Self.mostTabledTaps
    Arena.withCells((isTabled ? taps : 1) * lanes, of: PatchPiece.self) { pieces in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.mostTabledTaps + 1) { ends in
        guard let ends = ends.baseAddress else { return }
        ends[0] = 0
        if isTabled {
          for tap in 0..<taps {
            ends[tap + 1] = Int32(
              patches.listPieces(
                tap: tap, position: position, lanes: lanes, into: pieces, at: Int(ends[tap])))
          }
        }
        packPositions(
          position: position, lanes: lanes, step: step, depth: depth, into: panel, pitch: pitch,
          pieces: pieces, ends: isTabled ? ends : nil)
      }
    }
  }

  /// Packs a panel whose lanes are positions: one row a tap, copied run by run.
  private func packPositions(
    position: Int, lanes: Int, step: Int, depth: Int,
    into panel: UnsafeMutablePointer<Element>, pitch: Int,
    pieces: UnsafeMutablePointer<PatchPiece>, ends: UnsafeMutablePointer<Int32>?
  ) {
    let taps = patches.runs.taps
    let channels = patches.channels
    let channelsOutermost = patches.tapOrder == .channelsOutermost
    var (channel, tap) =
      channelsOutermost
      ? step.quotientAndRemainder(dividingBy: taps)
      : { ($0.remainder, $0.quotient) }(step.quotientAndRemainder(dividingBy: channels))
    let columnStep = patches.runs.columnStep &* patches.columnStride
    for d in 0..<depth {
      let row = panel + d &* pitch
      let source = start + channel &* patches.channelStride
      var piece: Int
      let last: Int
      if let ends {
        (piece, last) = (Int(ends[tap]), Int(ends[tap + 1]))
      } else {
        piece = 0
        last = patches.listPieces(tap: tap, position: position, lanes: lanes, into: pieces, at: 0)
      }
      while piece < last {
        let (offset, lane, count) = pieces[piece].parts
        if offset == PatchPiece.padding {
          VectorCopy.zeros(row + lane, count: count)
        } else if columnStep == 1 {
          VectorCopy.run(source + offset, to: row + lane, count: count, end: end)
        } else {
          VectorCopy.every(columnStep, source + offset, to: row + lane, count: count, end: end)
        }
        piece &+= 1
      }
      if channelsOutermost {
        tap &+= 1
        if tap == taps { (tap, channel) = (0, channel &+ 1) }
      } else {
        channel &+= 1
        if channel == channels { (channel, tap) = (0, tap &+ 1) }
      }
    }
  }

  /// Packs a panel whose lanes are taps: one lane after another, output row by output row.
  private func packTaps(
    lane: Int, lanes: Int, step: Int, depth: Int, into panel: UnsafeMutablePointer<Element>,
    pitch: Int
  ) {
    let runs = patches.runs
    let columnStep = runs.columnStep &* patches.columnStride
    for l in 0..<lanes {
      let (channel, tapRow, tapColumn) = patches.place(ofTap: lane + l)
      let run = runs.columnRuns[tapColumn]
      var d = 0
      while d < depth {
        let (image, place) = (step + d).quotientAndRemainder(dividingBy: runs.positions)
        let (outputRow, outputColumn) = place.quotientAndRemainder(dividingBy: runs.outputColumns)
        let count = min(runs.outputColumns - outputColumn, depth - d)
        let inputRow = Int(runs.inputRows[tapRow * runs.outputRows + outputRow])
        let row =
          start
          + (image * patches.imageStride + channel * patches.channelStride
            + inputRow * patches.rowStride + run.inputOffset * patches.columnStride)
        for i in 0..<count {
          let inside = outputColumn &+ i &- run.zerosBefore
          let isInside = inputRow >= 0 && inside >= 0 && inside < run.length
          panel[(d &+ i) &* pitch &+ l] = isInside ? row[inside &* columnStep] : 0
        }
        d += count
      }
    }
  }
}
