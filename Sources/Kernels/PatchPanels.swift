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
    let isNeighbourly = patches.runs.columnStep &* patches.columnStride == 1
    if isNeighbourly, patches.runs.taps <= Self.mostTabledTaps {
      packNeighbours(
        position: position, lanes: lanes, step: step, depth: depth, into: panel, pitch: pitch)
    } else {
      packPieces(
        position: position, lanes: lanes, step: step, depth: depth, into: panel, pitch: pitch)
    }
  }

  /// Packs a panel whose lanes are positions, piece by piece.
  private func packPieces(
    position: Int, lanes: Int, step: Int, depth: Int,
    into panel: UnsafeMutablePointer<Element>, pitch: Int
  ) {
    let taps = patches.runs.taps
    let isTabled = taps <= Self.mostTabledTaps
    let size = isTabled ? taps : 1
    Arena.withCells(size * lanes + taps + 1, of: PatchPiece.self) { pieces in
      let ends = UnsafeMutableRawPointer(pieces + size * lanes)
        .bindMemory(to: Int32.self, capacity: taps + 1)
      ends[0] = 0
      if isTabled {
        for tap in 0..<taps {
          let end = patches.listPieces(
            tap: tap, position: position, lanes: lanes, into: pieces, at: Int(ends[tap]))
          ends[tap + 1] = Int32(end)
        }
      }
      var (channel, tap) = patches.channelAndTap(step)
      for d in 0..<depth {
        var listed = 0..<0
        if isTabled {
          listed = Int(ends[tap])..<Int(ends[tap + 1])
        } else {
          listed =
            0..<patches.listPieces(
              tap: tap, position: position, lanes: lanes, into: pieces, at: 0)
        }
        copy(
          UnsafeBufferPointer(start: pieces + listed.lowerBound, count: listed.count),
          from: start + channel &* patches.channelStride, to: panel + d &* pitch)
        patches.advance(&channel, &tap)
      }
    }
  }

  /// Copies one row's pieces, from left to right.
  @inline(__always)
  func copy(
    _ pieces: UnsafeBufferPointer<PatchPiece>, from channel: UnsafePointer<Element>,
    to row: UnsafeMutablePointer<Element>
  ) {
    let step = patches.runs.columnStep &* patches.columnStride
    for piece in pieces {
      let (offset, lane, count) = piece.parts
      if offset == PatchPiece.padding {
        VectorCopy.zeros(row + lane, count: count)
      } else if step == 1 {
        VectorCopy.run(channel + offset, to: row + lane, count: count, end: end)
      } else {
        VectorCopy.every(step, channel + offset, to: row + lane, count: count, end: end)
      }
    }
  }
}
