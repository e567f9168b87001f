/// The innermost block of a convolution over a band: `rows` output channels × `vectors` vectors of
/// neighbouring outputs, kept in registers while the taps run past them.
enum BandTile<Element: TileCell, let rows: Int, let vectors: Int> {
  /// Computes one tile.
  ///
  /// - Parameters:
  ///   - channels: what the tile's channels have in common with all others of the sweep.
  ///   - b: the cell of the first output at offset 0.
  ///   - last: where the last vector begins, from the tile's first output.
  ///   - c: where the first output goes.
  @inline(__always)
  static func convolve(
    _ sweep: BandSweep<Element>, _ channels: BandChannels<Element>, _ b: UnsafePointer<Element>,
    last: Int, into c: UnsafeMutablePointer<Element>
  ) {
    let bLast = b + last
    let weights = channels.weights
    var first = 0
    repeat {
      // Long sums are taken in rounds, which keeps their rounding errors apart.
      let end = min(first &+ sweep.round, sweep.depth)
      var sums = InlineArray<rows, InlineArray<vectors, Element.Vector>>(
        repeating: InlineArray(repeating: .zero))
      for tap in first..<end {
        let offset = Int(sweep.offsets[tap])
        var right = InlineArray<vectors, Element.Vector>(repeating: .zero)
        for v in 0..<vectors &- 1 { right[v] = Element.load(b + (offset &+ v &* Element.lanes)) }
        right[vectors &- 1] = Element.load(bLast + offset)
        for row in 0..<rows {
          let left = weights[row &* channels.weightStep &+ tap]
          for v in 0..<vectors { Element.addProduct(&sums[row][v], left, right[v]) }
        }
      }
      for row in 0..<rows {
        let target = c + row &* sweep.resultRow
        var before = InlineArray<vectors, Element.Vector>(
          repeating: Element.Vector(repeating: channels.bias[row &* channels.biasStep]))
        if first > 0 {
          // All are read before the first is written: the last may overlap the others.
          for v in 0..<vectors &- 1 { before[v] = Element.load(target + v &* Element.lanes) }
          before[vectors &- 1] = Element.load(target + last)
        }
        for v in 0..<vectors &- 1 {
          Element.store(Element.add(sums[row][v], before[v]), target + v &* Element.lanes)
        }
        Element.store(Element.add(sums[row][vectors &- 1], before[vectors &- 1]), target + last)
      }
      first = end
    } while first < sweep.depth
  }
}

/// The output channels of a tile.
struct BandChannels<Element: TileCell> {
  /// The first channel's weights, tap by tap.
  var weights: UnsafePointer<Element>
  /// Cells from one channel's weights to the next one's.
  let weightStep: Int
  /// The first channel's bias.
  var bias: UnsafePointer<Element>
  /// Cells from one channel's bias to the next one's; 0 where all share a 0.
  let biasStep: Int

  /// The channels that start so many further on.
  @inline(__always)
  func advanced(_ channels: Int) -> BandChannels {
    var next = self
    next.weights += channels &* weightStep
    next.bias += channels &* biasStep
    return next
  }
}
