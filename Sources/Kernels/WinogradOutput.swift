/// A block's part of the result: Aᵀ m A of the sums m of every tile, with the bias, stored where
/// they belong.
struct WinogradOutput: @unchecked Sendable {
  private let tiling: WinogradTiling
  private let segments: [WinogradTiling.Segment]
  private let cells: UnsafeMutablePointer<Float>
  private let strides: SIMD8<Int>
  private let bias: UnsafePointer<Float>?
  private let biasStep: Int
  private let pitch: Int

  /// Cells that the lines of one output take: `edge` rows of a block's outputs, side by side.
  static func lineCount(edge: Int) -> Int {
    edge * edge * WinogradTiling.mostVectors * WinogradTiling.lanes
  }

  /// - Parameter pitch: cells of a row of a block's tiles.
  init(
    _ tiling: WinogradTiling, block: Int, group: Int, into result: Cells, bias: Cells?, pitch: Int
  ) {
    self.tiling = tiling
    segments = tiling.segments(tiling.tiles(of: block))
    strides = result.strides
    let output = group * tiling.shape.outputs
    cells = result.storage.pointer(Float.self) + result.offset + output * result.strides[1]
    biasStep = bias?.strides[0] ?? 0
    self.bias = bias.map {
      UnsafePointer($0.storage.pointer(Float.self)) + $0.offset + output * $0.strides[0]
    }
    self.pitch = pitch
  }

  /// Writes one output of a group.
  ///
  /// - Parameters:
  ///   - sums: the first point's sums of the output; points are `pointStride` cells apart.
  ///   - lines: scratch memory of `lineCount` cells.
  /// - Returns: whether all that was written is finite.
  func run(
    _ output: Int, from sums: UnsafePointer<Float>, pointStride: Int,
    lines: UnsafeMutablePointer<Float>
  ) -> Bool {
    let start = bias.map { $0[output &* biasStep] } ?? 0
    let isFinite =
      tiling.edge == 2
      ? transformTwo(sums, pointStride, start, into: lines)
      : transformFour(sums, pointStride, start, into: lines)
    deal(lines, to: cells + output &* strides[1])
    return isFinite
  }

  /// Copies the lines, segment by segment, to the rows of the result.
  private func deal(_ lines: UnsafePointer<Float>, to plane: UnsafeMutablePointer<Float>) {
    let shape = tiling.shape
    let edge = tiling.edge
    segments.withUnsafeBufferPointer { segments in
      for segment in segments {
        let column = edge &* segment.column
        let count = min(edge &* segment.count, shape.outputColumns &- column)
        let first = edge &* segment.row
        for line in 0..<min(edge, shape.outputRows &- first) {
          let target =
            plane
            + (segment.image &* strides[0] &+ (first &+ line) &* strides[2] &+ column
              &* strides[3])
          let source = lines + edge &* (line &* pitch &+ segment.lane)
          if strides[3] == 1 {
            VectorCopy.exactly(source, to: target, count: count)
          } else {
            for place in 0..<count { target[place &* strides[3]] = source[place] }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func load(_ place: UnsafePointer<Float>) -> SIMD16<Float> {
    UnsafeRawPointer(place).loadUnaligned(as: SIMD16<Float>.self)
  }

  /// Aᵀ of F(2, 3).
  @inline(__always)
  private static func two(
    _ m0: SIMD16<Float>, _ m1: SIMD16<Float>, _ m2: SIMD16<Float>, _ m3: SIMD16<Float>
  ) -> (SIMD16<Float>, SIMD16<Float>) {
    (m0 + (m1 + m2), (m1 - m2) - m3)
  }

  @inline(never)
  private func transformTwo(
    _ sums: UnsafePointer<Float>, _ step: Int, _ bias: Float,
    into lines: UnsafeMutablePointer<Float>
  ) -> Bool {
    var check = SIMD16<Float>.zero
    var tile = 0
    while tile < pitch {
      let m = sums + tile
      let (a0, b0) = Self.two(
        Self.load(m), Self.load(m + 4 &* step), Self.load(m + 8 &* step),
        Self.load(m + 12 &* step))
      let (a1, b1) = Self.two(
        Self.load(m + step), Self.load(m + 5 &* step), Self.load(m + 9 &* step),
        Self.load(m + 13 &* step))
      let (a2, b2) = Self.two(
        Self.load(m + 2 &* step), Self.load(m + 6 &* step), Self.load(m + 10 &* step),
        Self.load(m + 14 &* step))
      let (a3, b3) = Self.two(
        Self.load(m + 3 &* step), Self.load(m + 7 &* step), Self.load(m + 11 &* step),
        Self.load(m + 15 &* step))
      var (upper, lower) = (SIMD32<Float>(), SIMD32<Float>())
      (upper.evenHalf, upper.oddHalf) = Self.two(a0 + bias, a1, a2, a3)
      (lower.evenHalf, lower.oddHalf) = Self.two(b0 + bias, b1, b2, b3)
      upper.oddHalf += bias
      lower.oddHalf += bias
      check = check + (upper.evenHalf + upper.oddHalf) * 0
      check = check + (lower.evenHalf + lower.oddHalf) * 0
      UnsafeMutableRawPointer(lines + 2 &* tile).storeBytes(of: upper, as: SIMD32<Float>.self)
      UnsafeMutableRawPointer(lines + 2 &* (pitch &+ tile)).storeBytes(
        of: lower, as: SIMD32<Float>.self)
      tile &+= 16
    }
    return check.sum() == 0
  }

  /// Aᵀ of F(4, 3).
  @inline(__always)
  private static func four(
    _ m0: SIMD16<Float>, _ m1: SIMD16<Float>, _ m2: SIMD16<Float>, _ m3: SIMD16<Float>,
    _ m4: SIMD16<Float>, _ m5: SIMD16<Float>
  ) -> InlineArray<4, SIMD16<Float>> {
    let (s1, d1) = (m1 + m2, m1 - m2)
    let (s2, d2) = (m3 + m4, m3 - m4)
    return [m0 + s1 + s2, d1 + 2 * d2, s1 + 4 * s2, d1 + 8 * d2 + m5]
  }

  @inline(never)
  private func transformFour(
    _ sums: UnsafePointer<Float>, _ step: Int, _ bias: Float,
    into lines: UnsafeMutablePointer<Float>
  ) -> Bool {
    var check = SIMD16<Float>.zero
    for tile in stride(from: 0, to: pitch, by: 16) {
      var half = InlineArray<24, SIMD16<Float>>(repeating: .zero)
      for column in 0..<6 {
        let m = sums + (tile &+ column &* step)
        let line = Self.four(
          Self.load(m), Self.load(m + 6 &* step), Self.load(m + 12 &* step),
          Self.load(m + 18 &* step), Self.load(m + 24 &* step), Self.load(m + 30 &* step))
        for row in 0..<4 { half[row &* 6 &+ column] = line[row] }
      }
      for row in 0..<4 {
        let h = row &* 6
        let line = Self.four(
          half[h], half[h &+ 1], half[h &+ 2], half[h &+ 3], half[h &+ 4], half[h &+ 5])
        var (evens, odds) = (SIMD32<Float>(), SIMD32<Float>())
        (evens.evenHalf, evens.oddHalf) = (line[0] + bias, line[2] + bias)
        (odds.evenHalf, odds.oddHalf) = (line[1] + bias, line[3] + bias)
        var cells = SIMD64<Float>()
        (cells.evenHalf, cells.oddHalf) = (evens, odds)
        let sum = evens + odds
        check = check + (sum.lowHalf + sum.highHalf) * 0
        UnsafeMutableRawPointer(lines + 4 &* (row &* pitch &+ tile)).storeBytes(
          of: cells, as: SIMD64<Float>.self)
      }
    }
    return check.sum() == 0
  }
}
