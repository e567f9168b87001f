public import Tensors
public import Windows

extension Pooling {
  /// The pixels that an output's gradient flows to, with the share of each: what `inputGradient` adds
  /// up, worked out for one output.
  ///
  /// For a maximum they are the winners by `options.ties`: the first largest pixel, or all that are
  /// as large; where the maximum is NaN, the first NaN. For a mean they are all pixels of the window.
  ///
  /// - Parameters:
  ///   - x: the pool's input.
  ///   - kernel: the window's rows and columns.
  ///   - index: an output's index in the result.
  /// - Returns: pixels by rising tap row, then tap column.
  /// - Throws: `ConvolutionError` as the pool does, and for an index that the result does not have.
  public static func winners(
    of x: some CellSource, kernel: Extent, options: PoolOptions = .init(), at index: CellIndex
  ) throws(ConvolutionError) -> [PoolWinner] {
    let geometry = try PoolGeometry(input: x.shape, kernel: kernel, options: options)
    try require(index, in: geometry.result)
    let last = index.rank - 1
    let (outputRow, outputColumn) = (index[last - 1], index[last])
    let columns = geometry.window.columns.taps(inside: outputColumn)
    let taps = geometry.window.rows.taps(inside: outputRow).flatMap { row in
      columns.map { (row: row, column: $0) }
    }
    let pixels = taps.map { tap in
      var pixel = index
      pixel[last - 1] = geometry.window.rows.input(output: outputRow, tap: tap.row)
      pixel[last] = geometry.window.columns.input(output: outputColumn, tap: tap.column)
      return pixel
    }
    let (places, share) =
      options.kind == .max
      ? winners(of: pixels.map { x.cell($0) }, options.ties)
      : (
        Array(pixels.indices),
        1 / Double(geometry.divisor(outputRow: outputRow, outputColumn: outputColumn))
      )
    return places.map { place in
      PoolWinner(
        tapRow: taps[place].row, tapColumn: taps[place].column, row: pixels[place][last - 1],
        column: pixels[place][last], share: share)
    }
  }

  /// The places of the pixels that win, and the share of each.
  private static func winners(of pixels: [Double], _ ties: TieRule) -> ([Int], Double) {
    if let first = pixels.firstIndex(where: \.isNaN) { return ([first], 1) }
    let largest = pixels.max()
    let places = pixels.indices.filter { pixels[$0] == largest }
    switch ties {
    case .first: return (Array(places.prefix(1)), 1)
    case .split: return (places, 1 / Double(max(1, places.count)))
    case .all: return (places, 1)
    }
  }

  private static func require(
    _ index: CellIndex, in shape: Shape
  ) throws(ConvolutionError) {
    guard index.rank == shape.rank else {
      throw .tensor(.numberPerDimension(count: index.rank, shape))
    }
    for axis in 0..<index.rank where index[axis] < 0 || index[axis] >= shape[axis] {
      throw .tensor(.index(index[axis], axis: axis, length: shape[axis]))
    }
  }
}
