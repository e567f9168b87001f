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
    gradient.storage.willWrite()
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
    gradient.storage.willWrite()
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
      // No tap lies in padding: all outputs count alike.
      let shares = EqualShares(taps: Element(windows.taps), tapRows: windows.tapRows)
      return try PoolTiles(windows, upstream, into: gradient).write(by: shares)
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
      let shares = LargestShares(planes: planes, ties: ties)
      return try PoolTiles(windows, upstream, into: gradient).write(by: shares)
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
