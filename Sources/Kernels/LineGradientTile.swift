/// The sums of `tapRows` × `tapColumns` neighbouring taps, vectors along the columns: for few
/// outputs, of which no vector could be filled.
///
/// A strip of columns is walked downwards. Every pixel vector is loaded once a tap column and meets
/// the upstream gradient of the last `tapRows` output rows, which stay in registers.
enum LineGradientTile<Element: TileCell, let tapRows: Int, let tapColumns: Int> {
  /// Adds what some output rows give.
  ///
  /// - Parameters:
  ///   - tapRow: the first of the kernel's tap rows that the tile takes.
  @inline(__always)
  static func add(_ lines: GradientLines<Element>, tapRow: Int) {
    var sums = InlineArray<tapRows, InlineArray<tapColumns, Element.Vector>>(
      repeating: InlineArray(repeating: .zero))
    var start = 0
    while start < lines.columns {
      let strip = lines.strip(from: start)
      var recent = InlineArray<tapRows, Element.Vector>(repeating: .zero)
      var pixels = lines.input + (strip.column &+ tapRow &* lines.inputPitch)
      var upstream = lines.upstream + strip.column
      for _ in 0..<lines.rows {
        add(Element.load(upstream) * strip.mask, pixels, &recent, &sums)
        pixels += lines.inputPitch
        upstream += lines.upstreamPitch
      }
      // The lower taps of the last output rows.
      for _ in 1..<tapRows {
        add(.zero, pixels, &recent, &sums)
        pixels += lines.inputPitch
      }
      start &+= Element.lanes
    }
    for row in 0..<tapRows {
      for column in 0..<tapColumns {
        let tap = (tapRow &+ row) &* tapColumns &+ column
        let place = lines.sums + tap &* Element.lanes
        UnsafeMutableRawPointer(place).storeBytes(
          of: Element.add(sums[row][column], Element.load(place)), as: Element.Vector.self)
      }
    }
  }

  /// Adds what a row of pixels gives, with the next output row and those before it.
  @inline(__always)
  private static func add(
    _ next: Element.Vector, _ pixels: UnsafePointer<Element>,
    _ recent: inout InlineArray<tapRows, Element.Vector>,
    _ sums: inout InlineArray<tapRows, InlineArray<tapColumns, Element.Vector>>
  ) {
    for row in 1..<tapRows { recent[tapRows &- row] = recent[tapRows &- row &- 1] }
    recent[0] = next
    for column in 0..<tapColumns {
      let vector = Element.load(pixels + column)
      for row in 0..<tapRows { Element.addProduct(&sums[row][column], recent[row], vector) }
    }
  }
}

/// The sums of some taps wherever they read, for strides and dilations.
enum ScatteredGradientTile<Element: TileCell, let taps: Int> {
  /// Adds what some output rows give.
  ///
  /// - Parameters:
  ///   - offsets: where the tile's taps read for the first output.
  ///   - first: the first of its taps.
  @inline(__always)
  static func add(_ lines: GradientLines<Element>, offsets: UnsafePointer<Int>, first: Int) {
    var sums = InlineArray<taps, Element.Vector>(repeating: .zero)
    var sources = InlineArray<taps, Int>(repeating: 0)
    for tap in 0..<taps { sources[tap] = offsets[tap] }
    var start = 0
    while start < lines.columns {
      let strip = lines.strip(from: start)
      var pixels = lines.input + strip.column
      var upstream = lines.upstream + strip.column
      for _ in 0..<lines.rows {
        let gradient = Element.load(upstream) * strip.mask
        for tap in 0..<taps {
          Element.addProduct(&sums[tap], gradient, Element.load(pixels + sources[tap]))
        }
        pixels += lines.inputStep
        upstream += lines.upstreamPitch
      }
      start &+= Element.lanes
    }
    for tap in 0..<taps {
      let place = lines.sums + (first &+ tap) &* Element.lanes
      UnsafeMutableRawPointer(place).storeBytes(
        of: Element.add(sums[tap], Element.load(place)), as: Element.Vector.self)
    }
  }
}
