/// A tile of one output channel: `lines` segments × `vectors` vectors of outputs. Each weight serves all
/// of them, and each vector of pixels one.
enum BandLines<Element: TileCell, let lines: Int, let vectors: Int> {
  /// Computes one tile; see `BandTile.convolve`.
  @inline(__always)
  static func convolve(
    _ sweep: BandSweep<Element>, _ channels: BandChannels<Element>, _ b: UnsafePointer<Element>,
    last: Int, into c: UnsafeMutablePointer<Element>
  ) {
    let bLast = b + last
    let weights = channels.weights
    var first = 0
    repeat {
      let end = min(first &+ sweep.round, sweep.depth)
      var sums = InlineArray<lines, InlineArray<vectors, Element.Vector>>(
        repeating: InlineArray(repeating: .zero))
      for tap in first..<end {
        let offset = Int(sweep.offsets[tap])
        let weight = weights[tap]
        for line in 0..<lines {
          let place = offset &+ line &* sweep.pitch
          for v in 0..<vectors &- 1 {
            Element.addProduct(
              &sums[line][v], weight, Element.load(b + (place &+ v &* Element.lanes)))
          }
          Element.addProduct(&sums[line][vectors &- 1], weight, Element.load(bLast + place))
        }
      }
      let bias = Element.Vector(repeating: channels.bias.pointee)
      for line in 0..<lines {
        let target = c + line &* sweep.resultPitch
        var before = InlineArray<vectors, Element.Vector>(repeating: bias)
        if first > 0 {
          // All are read before the first is written: the last may overlap the others.
          for v in 0..<vectors &- 1 { before[v] = Element.load(target + v &* Element.lanes) }
          before[vectors &- 1] = Element.load(target + last)
        }
        for v in 0..<vectors &- 1 {
          Element.store(Element.add(sums[line][v], before[v]), target + v &* Element.lanes)
        }
        Element.store(Element.add(sums[line][vectors &- 1], before[vectors &- 1]), target + last)
      }
      first = end
    } while first < sweep.depth
  }
}
