extension Pool {
  /// Sets the gradient of the pixels of `mean`: each output's, divided, to all pixels of its window.
  ///
  /// - Parameters:
  ///   - upstream: the gradient of the outputs, N×C×oh×ow without gaps.
  ///   - gradient: N×C×H×W without gaps.
  public static func meanGradient(
    upstream: Cells, _ windows: PoolWindows, dividedBy divisors: PoolDivisors,
    into gradient: Cells
  ) throws(Interrupted) {
    switch gradient.storage.elementType {
    case .f32: try meanGradient(Float.self, upstream, windows, divisors, gradient)
    case .f64: try meanGradient(Double.self, upstream, windows, divisors, gradient)
    }
  }

  /// Sets the gradient of the pixels of `maximum`: each output's to the pixels that are as large.
  ///
  /// - Parameters:
  ///   - upstream: the gradient of the outputs, N×C×oh×ow without gaps.
  ///   - images: the pixels, N×C×H×W without gaps.
  ///   - gradient: N×C×H×W without gaps.
  public static func maximumGradient(
    upstream: Cells, of images: Cells, _ windows: PoolWindows, ties: PoolTies,
    into gradient: Cells
  ) throws(Interrupted) {
    switch gradient.storage.elementType {
    case .f32: try maximumGradient(Float.self, upstream, images, windows, ties, gradient)
    case .f64: try maximumGradient(Double.self, upstream, images, windows, ties, gradient)
    }
  }

  private static func meanGradient<Element: PoolCell>(
    _: Element.Type, _ upstream: Cells, _ windows: PoolWindows, _ divisors: PoolDivisors,
    _ gradient: Cells
  ) throws(Interrupted) {
    if windows.areTiles {
      let tiles = PoolTiles<Element>(windows, upstream, into: gradient)
      try tiles.forEachBlock { block in
        let taps = divisors.rows[block.row] * windows.columns.count
        let share = Element.divide(block.upstream, Element.Vector(repeating: Element(taps)))
        for tapRow in 0..<windows.tapRows { tiles.store(share, share, block, tapRow) }
      }
      return
    }
    let scatter = PoolScatter<Element>(windows, upstream, into: gradient)
    try scatter.forEachRow { row, shares, plane in
      for column in 0..<windows.outputColumns {
        shares[column] /= Element(divisors.rows[row] * divisors.columns[column])
      }
      scatter.addToAll(row, shares, plane)
    }
  }

  private static func maximumGradient<Element: PoolCell>(
    _: Element.Type, _ upstream: Cells, _ images: Cells, _ windows: PoolWindows,
    _ ties: PoolTies, _ gradient: Cells
  ) throws(Interrupted) {
    let planes = PoolPlanes<Element>(images, windows)
    if windows.areTiles, windows.tapRows == 2 {
      let tiles = PoolTiles<Element>(windows, upstream, into: gradient)
      try tiles.forEachBlock { block in
        let (a, b) = tiles.pixels(planes, block, 0)
        let (c, d) = tiles.pixels(planes, block, 1)
        let shares = Element.gradients([a, b, c, d], block.upstream, ties)
        tiles.store(shares[0], shares[1], block, 0)
        tiles.store(shares[2], shares[3], block, 1)
      }
      return
    }
    let scatter = PoolScatter<Element>(windows, upstream, into: gradient)
    let row = PoolRow(planes)
    let picksOne = ties == .first && row.canNumberTaps
    try scatter.forEachRow { number, shares, plane in
      let pixels = planes.plane(plane.number)
      if picksOne {
        scatter.addToWinners(number, shares, plane, of: row, pixels)
      } else {
        scatter.addToLargest(number, shares, plane, pixels, ties)
      }
    }
  }
}
