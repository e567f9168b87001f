/// The innermost block of a kernel gradient by Winograd's algorithm at one point: `rows` channels ×
/// `vectors` vectors of outputs, kept in registers while the tiles of a block run past them.
enum WinogradGradientTile<let rows: Int, let vectors: Int> {
  /// Adds one block of tiles to the sums, or begins them.
  @inline(__always)
  static func add(_ step: WinogradGradientStep, _ channel: Int, _ vector: Int) {
    let sums = step.sums + (channel &* step.pitch &+ 16 &* vector)
    let zero = SIMD16<Float>(repeating: step.zero)
    var totals = InlineArray<rows, InlineArray<vectors, SIMD16<Float>>>(
      repeating: InlineArray(repeating: zero))
    if step.accumulates {
      for row in 0..<rows {
        for v in 0..<vectors {
          totals[row][v] = FloatVector(sums + (row &* step.pitch &+ 16 &* v)).lanes
        }
      }
    }
    var pixel = step.pixels + channel &* WinogradGradientShape.tiles
    var upstream = step.upstream + 16 &* vector
    for _ in 0..<step.count {
      var right = InlineArray<vectors, SIMD16<Float>>(repeating: zero)
      for v in 0..<vectors { right[v] = FloatVector(upstream + 16 &* v).lanes }
      for row in 0..<rows {
        for v in 0..<vectors {
          Float.addProduct(
            &totals[row][v], pixel[row &* WinogradGradientShape.tiles], right[v])
        }
      }
      pixel += 1
      upstream += step.pitch
    }
    for row in 0..<rows {
      for v in 0..<vectors {
        FloatVector(totals[row][v]).store(sums + (row &* step.pitch &+ 16 &* v))
      }
    }
  }
}

/// What the tiles of a kernel gradient read and write at one point.
struct WinogradGradientStep {
  /// Transformed pixels: channel by channel, `WinogradGradientShape.tiles` cells apart.
  var pixels: UnsafePointer<Float>
  /// The transformed upstream gradient: tile by tile, the outputs side by side.
  var upstream: UnsafePointer<Float>
  /// The sums: channel by channel, the outputs side by side.
  var sums: UnsafeMutablePointer<Float>
  /// Cells of a tile's outputs, and of a channel's.
  let pitch: Int
  /// How many tiles.
  let count: Int
  /// Whether the sums are added to.
  let accumulates: Bool
  /// 0; see `WinogradTile`.
  let zero: Float
}

/// The tiles of a kernel gradient that fit the processor's registers.
enum WinogradGradientShape {
  /// Tiles of a block at most, and from a channel's tiles to the next one's: a constant, so that one
  /// register holds where all channels read.
  static var tiles: Int { 64 }
  /// Channels and outputs of an item at most: its sums and what they come from stay in the cache.
  static var mostChannels: Int { 64 }
  static var mostOutputs: Int { 64 }

  /// Adds what all channels and outputs give at one point.
  ///
  /// - Parameter channels: an even number.
  @inline(__always)
  static func add(_ step: WinogradGradientStep, channels: Int) {
    let vectors = step.pitch / 16
    if VectorLevel.current == 3 {
      switch vectors {
      case 4: add4(step, channels)
      case 3: add3(step, channels)
      case 2: add2(step, channels)
      default: add1(step, channels)
      }
    } else {
      for vector in 0..<vectors { addNarrow(step, channels, vector) }
    }
  }

  @inline(never)
  private static func add4(_ step: WinogradGradientStep, _ channels: Int) {
    var channel = 0
    while channel &+ 6 <= channels {
      WinogradGradientTile<6, 4>.add(step, channel, 0)
      channel &+= 6
    }
    while channel < channels {
      WinogradGradientTile<2, 4>.add(step, channel, 0)
      channel &+= 2
    }
  }

  @inline(never)
  private static func add3(_ step: WinogradGradientStep, _ channels: Int) {
    var channel = 0
    while channel &+ 8 <= channels {
      WinogradGradientTile<8, 3>.add(step, channel, 0)
      channel &+= 8
    }
    while channel < channels {
      WinogradGradientTile<2, 3>.add(step, channel, 0)
      channel &+= 2
    }
  }

  @inline(never)
  private static func add2(_ step: WinogradGradientStep, _ channels: Int) {
    var channel = 0
    while channel &+ 8 <= channels {
      WinogradGradientTile<8, 2>.add(step, channel, 0)
      channel &+= 8
    }
    while channel < channels {
      WinogradGradientTile<2, 2>.add(step, channel, 0)
      channel &+= 2
    }
  }

  @inline(never)
  private static func add1(_ step: WinogradGradientStep, _ channels: Int) {
    var channel = 0
    while channel &+ 8 <= channels {
      WinogradGradientTile<8, 1>.add(step, channel, 0)
      channel &+= 8
    }
    while channel < channels {
      WinogradGradientTile<2, 1>.add(step, channel, 0)
      channel &+= 2
    }
  }

  /// One vector of outputs, for processors with fewer or narrower registers.
  @inline(never)
  private static func addNarrow(_ step: WinogradGradientStep, _ channels: Int, _ vector: Int) {
    var channel = 0
    while VectorLevel.current > 0, channel &+ 6 <= channels {
      WinogradGradientTile<6, 1>.add(step, channel, vector)
      channel &+= 6
    }
    while channel < channels {
      WinogradGradientTile<2, 1>.add(step, channel, vector)
      channel &+= 2
    }
  }
}
