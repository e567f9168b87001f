internal import CSystem

/// The upstream gradient of a block of tiles, transformed: A u Aᵀ of every tile's 2×2 gradients u, a
/// lane an output, with the signs of the last row and column turned.
///
///     [point][tile of the block][output]
struct WinogradUpstream: @unchecked Sendable {
  private let tiling: WinogradTiling
  private let segments: [WinogradTiling.Segment]
  private let cells: UnsafePointer<Float>
  private let strides: SIMD8<Int>
  /// The last output.
  private let last: Int
  /// Cells of a tile's outputs: whole vectors.
  let pitch: Int

  /// Tiles that are turned at a time.
  private static var few: Int { 8 }

  /// Cells from a point to the next: not so many that all points would take turns in the same lines
  /// of the cache.
  static func pointStride(pitch: Int) -> Int { WinogradGradientShape.tiles * pitch + 16 }
  /// Cells that the turned gradients of few tiles take.
  static func lineCount(pitch: Int) -> Int { 4 * few * pitch }

  /// - Parameters:
  ///   - outputs: of all groups together.
  ///   - pitch: whole vectors of outputs.
  init(
    _ tiling: WinogradTiling, block: Int, outputs: Range<Int>, of upstream: Cells, pitch: Int
  ) {
    self.tiling = tiling
    segments = tiling.segments(tiling.tiles(of: block))
    cells =
      UnsafePointer(upstream.storage.pointer(Float.self)) + upstream.offset
      + outputs.lowerBound * upstream.strides[1]
    strides = upstream.strides
    last = outputs.count - 1
    self.pitch = pitch
  }

  /// Transforms all tiles.
  ///
  /// - Parameter lines: scratch memory of `lineCount` cells.
  func run(into target: UnsafeMutablePointer<Float>, lines: UnsafeMutablePointer<Float>) {
    let shape = tiling.shape
    let half = lines + 2 * Self.few * pitch
    for segment in segments {
      for tile in stride(from: 0, to: segment.count, by: Self.few) {
        let count = min(Self.few, segment.count - tile)
        let (row, column) = (2 * segment.row, 2 * (segment.column + tile))
        let columns = min(2 * count, shape.outputColumns - column)
        let source =
          cells + (segment.image * strides[0] + row * strides[2] + column * strides[3])
        turn(source, columns, of: 2 * count, into: lines)
        turn(
          source + strides[2], row + 1 < shape.outputRows ? columns : 0, of: 2 * count, into: half)
        transform(
          lines, half, count, into: target + (segment.lane + tile) * pitch,
          step: Self.pointStride(pitch: pitch))
      }
    }
  }

  /// Puts the outputs of every position side by side; behind the last position are zeros.
  private func turn(
    _ source: UnsafePointer<Float>, _ positions: Int, of all: Int,
    into target: UnsafeMutablePointer<Float>
  ) {
    // What comes next lies one line further in every output: too many for the processor to guess.
    for output in 0..<(positions > 0 ? last &+ 1 : 0) {
      patchwork_prefetch_read(source + (output &* strides[1] &+ 16))
    }
    var poison = SIMD8<Float>.zero
    for output in stride(from: 0, to: positions > 0 ? pitch : 0, by: 8) {
      // What no output needs is a copy of the last one.
      let first = min(output, last)
      let eight = EightOutputs(
        start: source + first &* strides[1], last: min(7, last &- first), step: strides[1],
        positionStep: strides[3])
      eight.pack(positions, into: target + output, pitch: pitch, &poison)
    }
    VectorCopy.zeros(target + positions &* pitch, count: (all &- positions) &* pitch)
  }

  @inline(never)
  private func transform(
    _ upper: UnsafePointer<Float>, _ lower: UnsafePointer<Float>, _ count: Int,
    into target: UnsafeMutablePointer<Float>, step: Int
  ) {
    for tile in 0..<count {
      var output = 0
      while output < pitch {
        let place = 2 &* tile &* pitch &+ output
        let (a, b) = (FloatVector(upper + place), FloatVector(upper + (place &+ pitch)))
        let (c, d) = (FloatVector(lower + place), FloatVector(lower + (place &+ pitch)))
        let (ac, bd) = ((a + c, a - c), (b + d, b - d))
        let cells = target + (tile &* pitch &+ output)
        a.store(cells)
        (a + b).store(cells + step)
        (a - b).store(cells + 2 &* step)
        b.store(cells + 3 &* step)
        ac.0.store(cells + 4 &* step)
        (ac.0 + bd.0).store(cells + 5 &* step)
        (ac.0 - bd.0).store(cells + 6 &* step)
        bd.0.store(cells + 7 &* step)
        ac.1.store(cells + 8 &* step)
        (ac.1 + bd.1).store(cells + 9 &* step)
        (ac.1 - bd.1).store(cells + 10 &* step)
        bd.1.store(cells + 11 &* step)
        c.store(cells + 12 &* step)
        (c + d).store(cells + 13 &* step)
        (c - d).store(cells + 14 &* step)
        d.store(cells + 15 &* step)
        output &+= 16
      }
    }
  }
}
