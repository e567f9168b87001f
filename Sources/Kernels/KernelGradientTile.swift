/// The innermost block of a kernel gradient: `taps` × (`vectors` · lanes) sums kept in registers
/// while the positions run past them.
///
/// Vectors lie along the outputs: a step multiplies the upstream gradient of all outputs at one
/// position with the one pixel that a tap reads there. So any stride, dilation and row length is
/// the same loop, no position is computed in vain, and nothing is summed across lanes.
enum KernelGradientTile<Element: TileCell, let taps: Int, let vectors: Int> {
  /// Adds one tile over some positions to what the sums hold, or begins them.
  @inline(__always)
  static func add(_ step: KernelGradientStep<Element>) {
    var sums = InlineArray<taps, InlineArray<vectors, Element.Vector>>(
      repeating: InlineArray(repeating: .zero))
    var sources = InlineArray<taps, UnsafePointer<Element>>(repeating: step.input)
    for tap in 0..<taps { sources[tap] = step.input + step.offsets[tap] }
    var upstream = step.upstream
    for place in 0..<step.count {
      let position = Int(step.positions[place])
      var right = InlineArray<vectors, Element.Vector>(repeating: .zero)
      for v in 0..<vectors { right[v] = Element.load(upstream + v &* Element.lanes) }
      for tap in 0..<taps {
        let left = sources[tap][position]
        for v in 0..<vectors { Element.addProduct(&sums[tap][v], left, right[v]) }
      }
      upstream += vectors &* Element.lanes
    }
    if step.accumulates {
      for tap in 0..<taps {
        for v in 0..<vectors {
          sums[tap][v] = Element.add(sums[tap][v], Element.load(place(step, tap, v)))
        }
      }
    }
    for tap in 0..<taps {
      for v in 0..<vectors {
        UnsafeMutableRawPointer(place(step, tap, v))
          .storeBytes(of: sums[tap][v], as: Element.Vector.self)
      }
    }
  }

  /// Where the sums of a tap lie.
  @inline(__always)
  private static func place(
    _ step: KernelGradientStep<Element>, _ tap: Int, _ vector: Int
  ) -> UnsafeMutablePointer<Element> {
    step.sums + (tap &* vectors &+ vector) &* Element.lanes
  }
}

/// What a tile of a kernel gradient reads and writes.
struct KernelGradientStep<Element: TileCell> {
  /// The pixel from which offsets and positions count.
  var input: UnsafePointer<Element>
  /// Where each tap lies from a position's first pixel, one a tap of the tile.
  var offsets: UnsafePointer<Int>
  /// Where each position's first pixel lies.
  var positions: UnsafePointer<Int32>
  /// The upstream gradient: the tile's outputs side by side, position by position.
  var upstream: UnsafePointer<Element>
  /// How many positions.
  var count: Int
  /// The sums: the tile's outputs side by side, tap by tap.
  var sums: UnsafeMutablePointer<Element>
  /// Whether the sums are added to.
  var accumulates: Bool
}
