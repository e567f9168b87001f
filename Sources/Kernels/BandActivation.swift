/// A function of every output, applied to a piece of the outputs as soon as they are computed.
struct BandActivation: Sendable {
  private let function: UnaryFunction
  private let result: Cells

  init(_ function: UnaryFunction, _ result: Cells) {
    (self.function, self.result) = (function, result)
  }

  /// - Parameter output: the piece's first output channel, all groups counted.
  func run(on piece: BandPiece, output: Int) throws(Interrupted) {
    let strides = result.strides
    var sizes = SIMD8<Int>(repeating: 1)
    (sizes[0], sizes[1]) = (piece.outputs.count, piece.rows.count)
    sizes[2] = piece.columns.count
    var steps = SIMD8<Int>.zero
    (steps[0], steps[1], steps[2]) = (strides[1], strides[2], strides[3])
    let plane = piece.image &* strides[0] &+ output &* strides[1]
    let place = piece.rows.lowerBound &* strides[2] &+ piece.columns.lowerBound &* strides[3]
    let cells = Cells(
      result.storage, offset: result.offset &+ plane &+ place, rank: 3, sizes: sizes, strides: steps
    )
    try Elementwise.apply(function, here: CellWalk(cells, into: cells))
  }
}
