extension PoolRow {
  /// Whether a cell holds the number of every tap exactly.
  var canNumberTaps: Bool { windows.taps < 1 << 24 }

  /// Writes the number of each window's first largest pixel, or its first NaN: taps counted in
  /// row-major order from the first row inside. Up to a vector more is written.
  @inline(__always)
  func findWinners(
    _ row: Int, _ plane: UnsafePointer<Element>, into winners: UnsafeMutablePointer<Element>
  ) {
    let taps = windows.rows[row]
    let first = plane + taps.pixelRow &* rowStride
    let tapStride = windows.tapRowStep &* rowStride
    var column = inside.lowerBound
    while column < inside.upperBound {
      let start = first + column &* columnStep
      guard canRead(start, taps.count, tapStride) else { break }
      // A window of -∞ alone is won by its first pixel.
      var largest = Element.Vector(repeating: -.infinity)
      var winner = Element.Vector.zero
      var number: Element = 0
      for tap in 0..<taps.count {
        for column in 0..<tapColumns {
          let pixels = load(start + (tap &* tapStride &+ offsets[column]))
          Element.update(&largest, &winner, with: pixels, of: number)
          number += 1
        }
      }
      UnsafeMutableRawPointer(winners + column).storeBytes(of: winner, as: Element.Vector.self)
      column &+= Element.lanes
    }
    for rest in [0..<inside.lowerBound, min(column, inside.upperBound)..<outputColumns] {
      for column in rest { winners[column] = winner(column, first, taps.count, tapStride) }
    }
  }

  @inline(__always)
  private func winner(
    _ column: Int, _ first: UnsafePointer<Element>, _ tapRows: Int, _ tapStride: Int
  ) -> Element {
    var best: (pixel: Element, tap: Int)?
    for tap in 0..<tapRows {
      for (number, run) in windows.columns.enumerated()
      where column >= run.zerosBefore && column < run.zerosBefore &+ run.length {
        let pixel = first[tap &* tapStride &+ offsets[number] &+ column &* columnStep]
        if let best, pixel <= best.pixel || best.pixel != best.pixel { continue }
        best = (pixel, tap * windows.columns.count + number)
      }
    }
    return Element(best?.tap ?? 0)
  }
}
