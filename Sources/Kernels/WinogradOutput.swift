internal import CSystem

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
  ///   - check: stays 0 where all that was written is finite.
  func run(
    _ output: Int, from sums: UnsafePointer<Float>, pointStride: Int,
    lines: UnsafeMutablePointer<Float>, check: inout FloatVector
  ) {
    let start = bias.map { $0[output &* biasStep] } ?? 0
    if tiling.edge == 2 {
      transformTwo(sums, pointStride, start, into: lines, &check)
    } else {
      transformFour(sums, pointStride, start, into: lines, &check)
    }
    deal(lines, to: cells + output &* strides[1])
  }

  /// Asks for the rows of one output, to write them soon.
  func prefetch(_ output: Int) {
    let plane = cells + output &* strides[1]
    segments.withUnsafeBufferPointer { segments in
      for segment in segments {
        let count = tiling.edge &* segment.count
        for line in 0..<tiling.edge {
          let row =
            plane
            + (segment.image &* strides[0] &+ (tiling.edge &* segment.row &+ line) &* strides[2]
              &+ tiling.edge &* segment.column &* strides[3])
          var place = 0
          while place < count {
            patchwork_prefetch(row + place)
            place &+= 16
          }
        }
      }
    }
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
            VectorCopy.exactly(count, source, to: target)
          } else {
            for place in 0..<count { target[place &* strides[3]] = source[place] }
          }
        }
      }
    }
  }

  /// Aᵀ of F(2, 3).
  @inline(__always)
  private static func two(
    _ m0: FloatVector, _ m1: FloatVector, _ m2: FloatVector, _ m3: FloatVector
  ) -> (FloatVector, FloatVector) {
    (m0 + (m1 + m2), (m1 - m2) - m3)
  }

  @inline(never)
  private func transformTwo(
    _ sums: UnsafePointer<Float>, _ step: Int, _ bias: Float,
    into lines: UnsafeMutablePointer<Float>, _ check: inout FloatVector
  ) {
    let start = FloatVector(repeating: bias)
    var tile = 0
    while tile < pitch {
      let m = sums + tile
      let (a0, b0) = Self.two(
        FloatVector(m), FloatVector(m + 4 &* step), FloatVector(m + 8 &* step),
        FloatVector(m + 12 &* step))
      let (a1, b1) = Self.two(
        FloatVector(m + step), FloatVector(m + 5 &* step), FloatVector(m + 9 &* step),
        FloatVector(m + 13 &* step))
      let (a2, b2) = Self.two(
        FloatVector(m + 2 &* step), FloatVector(m + 6 &* step), FloatVector(m + 10 &* step),
        FloatVector(m + 14 &* step))
      let (a3, b3) = Self.two(
        FloatVector(m + 3 &* step), FloatVector(m + 7 &* step), FloatVector(m + 11 &* step),
        FloatVector(m + 15 &* step))
      let upper = Self.two(a0, a1 + start, a2, a3)
      let lower = Self.two(b0, b1 + start, b2, b3)
      check = check + 0 * ((upper.0 + upper.1) + (lower.0 + lower.1))
      let line = lines + 2 &* tile
      let (first, second) = upper.0.zipped(upper.1)
      first.store(line)
      second.store(line + 16)
      let (third, fourth) = lower.0.zipped(lower.1)
      third.store(line + 2 &* pitch)
      fourth.store(line + (2 &* pitch &+ 16))
      tile &+= 16
    }
  }

  /// Aᵀ of F(4, 3).
  @inline(__always)
  private static func four(
    _ m0: FloatVector, _ m1: FloatVector, _ m2: FloatVector, _ m3: FloatVector,
    _ m4: FloatVector, _ m5: FloatVector
  ) -> InlineArray<4, FloatVector> {
    let (s1, d1) = (m1 + m2, m1 - m2)
    let (s2, d2) = (m3 + m4, m3 - m4)
    return [m0 + s1 + s2, d1 + 2 * d2, s1 + 4 * s2, d1 + 8 * d2 + m5]
  }

  @inline(never)
  private func transformFour(
    _ sums: UnsafePointer<Float>, _ step: Int, _ bias: Float,
    into lines: UnsafeMutablePointer<Float>, _ check: inout FloatVector
  ) {
    let start = FloatVector(repeating: bias)
    for tile in stride(from: 0, to: pitch, by: 16) {
      var half = InlineArray<24, FloatVector>(repeating: FloatVector(repeating: 0))
      for column in 0..<6 {
        let m = sums + (tile &+ column &* step)
        let line = Self.four(
          FloatVector(m), FloatVector(m + 6 &* step), FloatVector(m + 12 &* step),
          FloatVector(m + 18 &* step), FloatVector(m + 24 &* step), FloatVector(m + 30 &* step))
        for row in 0..<4 { half[row &* 6 &+ column] = line[row] }
      }
      for row in 0..<4 {
        let h = row &* 6
        let line = Self.four(
          half[h], half[h &+ 1], half[h &+ 2], half[h &+ 3], half[h &+ 4], half[h &+ 5])
        let (y0, y1, y2, y3) = (
          line[0] + start, line[1] + start, line[2] + start, line[3] + start
        )
        check = check + 0 * ((y0 + y1) + (y2 + y3))
        let place = lines + 4 &* (row &* pitch &+ tile)
        let (evens, odds) = (y0.zipped(y2), y1.zipped(y3))
        let (low, high) = (evens.0.zipped(odds.0), evens.1.zipped(odds.1))
        low.0.store(place)
        low.1.store(place + 16)
        high.0.store(place + 32)
        high.1.store(place + 48)
      }
    }
  }
}
