internal import CSystem

/// One vector of a packed panel: where it comes from, and where it goes.
///
/// A tap's pieces, cut into vectors, are the same for every channel: replaying them takes no
/// decision a processor could guess wrong.
struct PatchMove {
  /// The vector's offset from its channel's start, or `PatchPiece.padding`.
  let source: Int
  /// Its place from the start of the channel's rows in the panel.
  let target: Int
}

extension PatchPanels {
  /// The moves of every tap of a channel.
  struct MoveTable {
    let moves: UnsafeMutablePointer<PatchMove>
    /// The first move of each tap, and the end of the last.
    let starts: UnsafeMutablePointer<Int32>
    /// The cells from a channel's start to the end of the vector that is read last.
    var reach = 0

    /// Cuts the pieces of a tap into vectors.
    mutating func append(_ pieces: UnsafeBufferPointer<PatchPiece>, tap: Int, pitch: Int) {
      var next = Int(starts[tap])
      for piece in pieces {
        let (offset, lane, count) = piece.parts
        for place in stride(from: 0, to: count, by: Element.lanes) {
          let isPadding = offset == PatchPiece.padding
          moves[next] = PatchMove(
            source: isPadding ? PatchPiece.padding : offset + place,
            target: tap * pitch + lane + place)
          if !isPadding { reach = max(reach, offset + place + Element.lanes) }
          next += 1
        }
      }
      starts[tap + 1] = Int32(next)
    }

    /// Replays the moves of some taps of one channel.
    @inline(__always)
    func replay(
      _ taps: Range<Int>, from channel: UnsafePointer<Element>,
      to rows: UnsafeMutablePointer<Element>, zeros: UnsafePointer<Element>
    ) {
      var move = moves + Int(starts[taps.lowerBound])
      let last = moves + Int(starts[taps.upperBound])
      while move < last {
        let place = move.pointee.source
        let source = place == PatchPiece.padding ? zeros : channel + place
        UnsafeMutableRawPointer(rows + move.pointee.target).storeBytes(
          of: UnsafeRawPointer(source).loadUnaligned(as: Element.Vector.self),
          as: Element.Vector.self)
        move += 1
      }
    }
  }

  /// Packs a panel whose lanes are neighbouring positions that read neighbouring cells.
  func packNeighbours(
    position: Int, lanes: Int, step: Int, depth: Int,
    into panel: UnsafeMutablePointer<Element>, pitch: Int
  ) {
    let taps = patches.runs.taps
    let starts = taps + 1
    // Offsets and moves side by side; no tap has more moves than lanes and the vectors of a row.
    Arena.withCells(taps * (lanes + 4) + lanes + starts, of: PatchMove.self) { moves in
      let pieces = UnsafeMutableRawPointer(moves + taps * (lanes + 4))
        .bindMemory(to: PatchPiece.self, capacity: lanes)
      var table = MoveTable(
        moves: moves,
        starts: UnsafeMutableRawPointer(moves + taps * (lanes + 4) + lanes)
          .bindMemory(to: Int32.self, capacity: starts))
      table.starts[0] = 0
      for tap in 0..<taps {
        let count = patches.listPieces(
          tap: tap, position: position, lanes: lanes, into: pieces, at: 0)
        table.append(UnsafeBufferPointer(start: pieces, count: count), tap: tap, pitch: pitch)
      }
      let zero = Element.Vector.zero
      withUnsafeBytes(of: zero) { bytes in
        guard let zeros = bytes.baseAddress?.assumingMemoryBound(to: Element.self) else { return }
        replayChannels(
          table, zeros: zeros, pieces: pieces, position: position, lanes: lanes, step: step,
          depth: depth, into: panel, pitch: pitch)
      }
    }
  }

  private func replayChannels(
    _ table: MoveTable, zeros: UnsafePointer<Element>, pieces: UnsafeMutablePointer<PatchPiece>,
    position: Int, lanes: Int, step: Int, depth: Int,
    into panel: UnsafeMutablePointer<Element>, pitch: Int
  ) {
    let taps = patches.runs.taps
    var (channel, tap) = patches.channelAndTap(step)
    var d = 0
    while d < depth {
      let isChannelWise = patches.tapOrder == .channelsOutermost
      let last = isChannelWise ? min(taps, tap &+ depth &- d) : tap &+ 1
      let source = start + channel &* patches.channelStride
      let rows = panel + (d &- tap) &* pitch
      if source + table.reach <= end {
        prefetch(table, tap..<last, from: source, lanes: lanes)
        table.replay(tap..<last, from: source, to: rows, zeros: zeros)
      } else {
        for tap in tap..<last {
          let count = patches.listPieces(
            tap: tap, position: position, lanes: lanes, into: pieces, at: 0)
          copy(
            UnsafeBufferPointer(start: pieces, count: count), from: source, to: rows + tap &* pitch)
        }
      }
      d &+= last &- tap
      if isChannelWise {
        (tap, channel) = (0, channel &+ 1)
      } else {
        channel &+= 1
        if channel == patches.channels { (channel, tap) = (0, tap &+ 1) }
      }
    }
  }

  /// Asks for what the panel to the right will read of a channel: its rows lie too far apart for
  /// the processor to guess.
  @inline(__always)
  private func prefetch(
    _ table: MoveTable, _ taps: Range<Int>, from channel: UnsafePointer<Element>, lanes: Int
  ) {
    var tap = patches.runs.tapColumns &- 1
    while tap < taps.upperBound {
      let last = Int(table.starts[tap + 1])
      if last > Int(table.starts[tap]), table.moves[last - 1].source != PatchPiece.padding {
        var ahead = channel + table.moves[last - 1].source
        let end = ahead + lanes
        while ahead < end {
          ahead += Element.lanes
          patchwork_prefetch_read(ahead)
        }
      }
      tap &+= patches.runs.tapColumns
    }
  }
}
