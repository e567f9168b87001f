/// The largest or smallest cell and its place; the first of equals wins, and a NaN wins over all.
struct ExtremeFold<Cell: Scalar>: CellFold {
  struct Partial: BitwiseCopyable, Sendable {
    var cell: Cell
    var place: Int
  }

  let isLargest: Bool
  let givesPlace: Bool

  /// Chosen without a branch: which cell wins is hard to foretell.
  @inline(__always)
  private func update(_ best: inout Partial, _ cell: Cell, _ place: Int) {
    // A NaN is neither below nor above, and so it wins, but over another NaN.
    let loses = isLargest ? cell <= best.cell : cell >= best.cell
    let wins = !loses && best.cell == best.cell
    best.cell = wins ? cell : best.cell
    best.place = wins ? place : best.place
  }

  func walkRow(_ start: UnsafePointer<Cell>, _ nest: LoopNest, _ range: Range<Int>) -> Partial {
    var best: Partial?
    var place = range.lowerBound
    let step = nest.rowStrides.first
    nest.forEachRun(in: range) { at, count in
      let row = start + at.first
      var soFar = best ?? Partial(cell: row.pointee, place: place)
      var i = 0
      if step == 1 {
        while i &+ Self.blockLength <= count {
          if blockBeats(soFar.cell, row + i) {
            for k in i..<i &+ Self.blockLength { update(&soFar, row[k], place &+ k) }
          }
          i &+= Self.blockLength
        }
      }
      while i < count {
        update(&soFar, row[i &* step], place &+ i)
        i &+= 1
      }
      best = soFar
      place += count
    }
    return best ?? Partial(cell: .nan, place: 0)
  }

  private static var blockLength: Int { 64 }

  /// Whether a cell of a block wins: few blocks have one, and the others need no look one by one.
  @inline(__always)
  private func blockBeats(_ best: Cell, _ row: UnsafePointer<Cell>) -> Bool {
    if best.isNaN { return false }
    var news: Int32 = 0
    // Written so that a NaN, which is neither below nor above, is news.
    if isLargest {
      for i in 0..<Self.blockLength { news |= row[i] <= best ? 0 : 1 }
    } else {
      for i in 0..<Self.blockLength { news |= row[i] >= best ? 0 : 1 }
    }
    return news != 0
  }

  func walkColumns(
    _ start: UnsafePointer<Cell>, width: Int, step: Int, _ nest: LoopNest, _ range: Range<Int>,
    into partials: UnsafeMutablePointer<Partial>
  ) throws(Interrupted) {
    var place = range.lowerBound
    let next = nest.rowStrides.first
    for lower in stride(from: range.lowerBound, to: range.upperBound, by: 1024) {
      try Interrupt.check()
      nest.forEachRun(in: lower..<min(range.upperBound, lower + 1024)) { at, count in
        for i in 0..<count {
          let row = start + (at.first + i * next)
          if place == range.lowerBound {
            for column in 0..<width {
              partials[column] = Partial(cell: row[column * step], place: place)
            }
          } else {
            for column in 0..<width { update(&partials[column], row[column * step], place) }
          }
          place += 1
        }
      }
    }
  }

  func joined(_ partials: UnsafePointer<Partial>, count: Int, step: Int) -> Partial {
    var best = partials[0]
    for piece in 1..<count {
      update(&best, partials[piece * step].cell, partials[piece * step].place)
    }
    return best
  }

  func cell(_ partial: Partial) -> Double {
    givesPlace ? Double(partial.place) : Double(partial.cell)
  }
}
