internal import CSystem

/// The innermost block of Winograd's products: a panel of outputs × `vectors` vectors of tiles, kept
/// in registers while the channels run past them.
///
/// Channels are few and there are many blocks: nothing is added at the end, and the weights lie
/// packed.
enum WinogradTile<let rows: Int, let vectors: Int> {
  /// Computes one block.
  ///
  /// - Parameters:
  ///   - depth: how many channels.
  ///   - weights: a panel: the outputs of a channel lie side by side.
  ///   - pixels: the first channel's tiles; channels are `pitch` cells apart.
  ///   - sums: the first output's sums; outputs are `pitch` cells apart.
  ///   - zero: 0. A constant would be written to memory and read back.
  @inline(__always)
  static func multiply(
    depth: Int, _ weights: UnsafePointer<Float>, _ pixels: UnsafePointer<Float>,
    into sums: UnsafeMutablePointer<Float>, pitch: Int, zero: Float
  ) {
    let start = SIMD16<Float>(repeating: zero)
    var totals = InlineArray<rows, InlineArray<vectors, SIMD16<Float>>>(
      repeating: InlineArray(repeating: start))
    var (weight, pixel) = (weights, pixels)
    for _ in 0..<depth {
      var right = InlineArray<vectors, SIMD16<Float>>(repeating: start)
      for vector in 0..<vectors { right[vector] = FloatVector(pixel + 16 &* vector).lanes }
      for row in 0..<rows {
        for vector in 0..<vectors {
          Float.addProduct(&totals[row][vector], weight[row], right[vector])
        }
      }
      weight += rows
      pixel += pitch
    }
    for row in 0..<rows {
      for vector in 0..<vectors {
        FloatVector(totals[row][vector]).store(sums + (row &* pitch &+ 16 &* vector))
      }
    }
  }
}

/// A block of one vector of tiles × `panels` panels of eight outputs: where tiles are few, sums of
/// several panels keep the processor's multipliers busy.
enum WinogradColumn<let panels: Int> {
  /// Computes one block; see `WinogradTile.multiply`.
  ///
  /// - Parameters:
  ///   - panelStride: from a panel of weights to the next.
  ///   - sumStride: from a panel's sums to the next one's.
  @inline(__always)
  static func multiply(
    depth: Int, _ weights: UnsafePointer<Float>, panelStride: Int, _ pixels: UnsafePointer<Float>,
    into sums: UnsafeMutablePointer<Float>, sumStride: Int, zero: Float
  ) {
    var totals = InlineArray<panels, InlineArray<8, SIMD16<Float>>>(
      repeating: InlineArray(repeating: SIMD16(repeating: zero)))
    var (weight, pixel) = (weights, pixels)
    for _ in 0..<depth {
      let right = FloatVector(pixel).lanes
      for panel in 0..<panels {
        let first = weight + panel &* panelStride
        // Weights are read once: what comes next is asked for in time.
        patchwork_prefetch_read(first + 256)
        for row in 0..<8 { Float.addProduct(&totals[panel][row], first[row], right) }
      }
      weight += 8
      pixel += 16
    }
    for panel in 0..<panels {
      for row in 0..<8 {
        FloatVector(totals[panel][row]).store(sums + (panel &* sumStride &+ 16 &* row))
      }
    }
  }
}

/// The block for the processor's registers, as wide as there are tiles.
enum WinogradTiles {
  /// Computes a panel's products at one point; see `WinogradTile.multiply`.
  @inline(__always)
  static func multiply(
    vectors: Int, depth: Int, _ weights: UnsafePointer<Float>, _ pixels: UnsafePointer<Float>,
    into sums: UnsafeMutablePointer<Float>, pitch: Int, zero: Float
  ) {
    if VectorLevel.current == 3 {
      switch vectors {
      case 3: eight3(depth, weights, pixels, sums, pitch, zero)
      case 2: eight2(depth, weights, pixels, sums, pitch, zero)
      default: eight1(depth, weights, pixels, sums, pitch, zero)
      }
      return
    }
    for vector in 0..<vectors {
      if VectorLevel.current > 0 {
        six1(depth, weights, pixels + 16 &* vector, sums + 16 &* vector, pitch, zero)
      } else {
        two1(depth, weights, pixels + 16 &* vector, sums + 16 &* vector, pitch, zero)
      }
    }
  }

  /// Computes up to three panels against one vector of tiles.
  @inline(__always)
  static func multiply(
    panels: Int, depth: Int, _ weights: UnsafePointer<Float>, panelStride: Int,
    _ pixels: UnsafePointer<Float>, into sums: UnsafeMutablePointer<Float>, sumStride: Int,
    zero: Float
  ) {
    switch panels {
    case 3: column3(depth, weights, panelStride, pixels, sums, sumStride, zero)
    case 2: column2(depth, weights, panelStride, pixels, sums, sumStride, zero)
    default: eight1(depth, weights, pixels, sums, 16, zero)
    }
  }

  @inline(never)
  private static func column3(
    _ depth: Int, _ weights: UnsafePointer<Float>, _ panelStride: Int,
    _ pixels: UnsafePointer<Float>, _ sums: UnsafeMutablePointer<Float>, _ sumStride: Int,
    _ zero: Float
  ) {
    WinogradColumn<3>.multiply(
      depth: depth, weights, panelStride: panelStride, pixels, into: sums, sumStride: sumStride,
      zero: zero)
  }

  @inline(never)
  private static func column2(
    _ depth: Int, _ weights: UnsafePointer<Float>, _ panelStride: Int,
    _ pixels: UnsafePointer<Float>, _ sums: UnsafeMutablePointer<Float>, _ sumStride: Int,
    _ zero: Float
  ) {
    WinogradColumn<2>.multiply(
      depth: depth, weights, panelStride: panelStride, pixels, into: sums, sumStride: sumStride,
      zero: zero)
  }

  @inline(never)
  private static func eight3(
    _ depth: Int, _ weights: UnsafePointer<Float>, _ pixels: UnsafePointer<Float>,
    _ sums: UnsafeMutablePointer<Float>, _ pitch: Int, _ zero: Float
  ) {
    WinogradTile<8, 3>.multiply(
      depth: depth, weights, pixels, into: sums, pitch: pitch, zero: zero)
  }

  @inline(never)
  private static func eight2(
    _ depth: Int, _ weights: UnsafePointer<Float>, _ pixels: UnsafePointer<Float>,
    _ sums: UnsafeMutablePointer<Float>, _ pitch: Int, _ zero: Float
  ) {
    WinogradTile<8, 2>.multiply(
      depth: depth, weights, pixels, into: sums, pitch: pitch, zero: zero)
  }

  @inline(never)
  private static func eight1(
    _ depth: Int, _ weights: UnsafePointer<Float>, _ pixels: UnsafePointer<Float>,
    _ sums: UnsafeMutablePointer<Float>, _ pitch: Int, _ zero: Float
  ) {
    WinogradTile<8, 1>.multiply(
      depth: depth, weights, pixels, into: sums, pitch: pitch, zero: zero)
  }

  @inline(never)
  private static func six1(
    _ depth: Int, _ weights: UnsafePointer<Float>, _ pixels: UnsafePointer<Float>,
    _ sums: UnsafeMutablePointer<Float>, _ pitch: Int, _ zero: Float
  ) {
    WinogradTile<6, 1>.multiply(
      depth: depth, weights, pixels, into: sums, pitch: pitch, zero: zero)
  }

  @inline(never)
  private static func two1(
    _ depth: Int, _ weights: UnsafePointer<Float>, _ pixels: UnsafePointer<Float>,
    _ sums: UnsafeMutablePointer<Float>, _ pitch: Int, _ zero: Float
  ) {
    WinogradTile<2, 1>.multiply(
      depth: depth, weights, pixels, into: sums, pitch: pitch, zero: zero)
  }
}
