/// How a reduction is cut: chunks of the kept cells across, pieces of the reduced cells down.
struct ReductionGrid: Sendable {
  /// The kept cells, in step with the result's.
  let outer: LoopNest
  /// The reduced cells of the first kept cell.
  let inner: LoopNest
  /// How many pieces the reduced cells make.
  let pieces: Int
  private let walksColumns: Bool
  private let chunkLength: Int

  init(kept: Cells, reduced: Cells, result: Cells) {
    outer = LoopNest(result, kept, kept)
    inner = LoopNest(reduced, reduced, reduced)
    pieces = max(1, LoopNest.pieces(inner.count))
    let across = abs(outer.rowStrides.first)
    // Walking along the nearer cells keeps to the cache lines; too few of them do not pay.
    walksColumns =
      outer.rowLength >= 8 && inner.rowLength > 1 && across < abs(inner.rowStrides.first)
    let many = max(1, LoopNest.pieceLength / max(1, min(inner.count, LoopNest.pieceLength)))
    chunkLength = walksColumns ? max(128, min(512, many)) : many
  }

  /// Calls `body` for every chunk of the kept cells and every piece of the reduced ones.
  func forEachTask(
    _ body: @Sendable (Range<Int>, Int) throws(Interrupted) -> Void
  ) throws(Interrupted) {
    let chunks = (outer.count - 1) / chunkLength + 1
    let cells = Double(outer.count) * Double(inner.count)
    if cells < Double(LoopNest.sharedPieces * LoopNest.pieceLength) {
      for number in 0..<chunks * pieces { try run(task: number, body) }
    } else {
      try Workers.run(chunks * pieces) { (number: Int) throws(Interrupted) in
        try run(task: number, body)
      }
    }
  }

  private func run(
    task number: Int, _ body: (Range<Int>, Int) throws(Interrupted) -> Void
  ) throws(Interrupted) {
    try Interrupt.check()
    let (chunk, piece) = number.quotientAndRemainder(dividingBy: pieces)
    let lower = chunk * chunkLength
    try body(lower..<min(outer.count, lower + chunkLength), piece)
  }

  /// Folds one piece of the reduced cells for the kept cells at `places`.
  func run<Fold: CellFold>(
    _ fold: Fold, _ places: Range<Int>, _ piece: Int, _ kept: Cells,
    into partials: UnsafeMutablePointer<Fold.Partial>
  ) throws(Interrupted) {
    let cells = UnsafePointer(kept.storage.pointer(Fold.Cell.self))
    let range = LoopNest.piece(piece, of: inner.count)
    let step = outer.rowStrides.first
    var partial = partials + places.lowerBound
    var failure: Interrupted?
    outer.forEachRun(in: places) { at, count in
      // The reduced view starts at the first kept cell, the nest's offset included.
      let start = cells + (at.first - kept.offset)
      if walksColumns {
        do throws(Interrupted) {
          try fold.walkColumns(start, width: count, step: step, inner, range, into: partial)
        } catch { failure = error }
      } else {
        for i in 0..<count { partial[i] = fold.walkRow(start + i * step, inner, range) }
      }
      partial += count
    }
    if let failure { throw failure }
  }
}
