/// A tile of one output channel, 4 lines × `vectors` vectors of outputs, whose window has three rows
/// that read one line after another: a vector of pixels is read once for all outputs above one another
/// that it is part of.
enum BandColumns<Element: TileCell, let vectors: Int> {
  typealias Line = InlineArray<vectors, Element.Vector>

  /// Computes one tile; see `BandTile.convolve`.
  ///
  /// The sums have names of their own: an array of them would be kept in memory.
  @inline(__always)
  static func convolve(
    _ sweep: BandSweep<Element>, _ channels: BandChannels<Element>, _ b: UnsafePointer<Element>,
    last: Int, into c: UnsafeMutablePointer<Element>
  ) {
    let bias = Line(repeating: Element.Vector(repeating: channels.bias.pointee))
    var (sum0, sum1, sum2, sum3) = (bias, bias, bias, bias)
    let (width, pitch) = (sweep.tapColumns, sweep.pitch)
    var channel = 0
    while channel < sweep.depth {
      for column in 0..<width {
        let weights = channels.weights + (channel &+ column)
        let (top, middle, bottom) = (weights[0], weights[width], weights[2 &* width])
        let place = b + Int(sweep.offsets[channel &+ column])
        var pixels = load(place, last)
        add(&sum0, top, pixels)
        pixels = load(place + pitch, last)
        add(&sum0, middle, pixels)
        add(&sum1, top, pixels)
        pixels = load(place + 2 &* pitch, last)
        add(&sum0, bottom, pixels)
        add(&sum1, middle, pixels)
        add(&sum2, top, pixels)
        pixels = load(place + 3 &* pitch, last)
        add(&sum1, bottom, pixels)
        add(&sum2, middle, pixels)
        add(&sum3, top, pixels)
        pixels = load(place + 4 &* pitch, last)
        add(&sum2, bottom, pixels)
        add(&sum3, middle, pixels)
        pixels = load(place + 5 &* pitch, last)
        add(&sum3, bottom, pixels)
      }
      channel &+= 3 &* width
    }
    store(sum0, c, last)
    store(sum1, c + sweep.resultPitch, last)
    store(sum2, c + 2 &* sweep.resultPitch, last)
    store(sum3, c + 3 &* sweep.resultPitch, last)
  }

  @inline(__always)
  private static func add(_ sums: inout Line, _ weight: Element, _ pixels: Line) {
    for v in 0..<vectors { Element.addProduct(&sums[v], weight, pixels[v]) }
  }

  @inline(__always)
  private static func load(_ place: UnsafePointer<Element>, _ last: Int) -> Line {
    var line = Line(repeating: .zero)
    for v in 0..<vectors {
      let start = place + (v == vectors &- 1 ? last : v &* Element.lanes)
      line[v] = UnsafeRawPointer(start).loadUnaligned(as: Element.Vector.self)
    }
    return line
  }

  @inline(__always)
  private static func store(_ line: Line, _ place: UnsafeMutablePointer<Element>, _ last: Int) {
    for v in 0..<vectors {
      let start = place + (v == vectors &- 1 ? last : v &* Element.lanes)
      UnsafeMutableRawPointer(start).storeBytes(of: line[v], as: Element.Vector.self)
    }
  }
}
