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
    let plane = cells + output &* strides[1]
    if tiling.edge == 2 {
      transformTwo(sums, pointStride, start, into: plane, lines, &check)
    } else {
      transformFour(sums, pointStride, start, into: lines, &check)
      for segment in segments { deal(segment, lines, to: plane) }
    }
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

  /// Where an output's first cell of a segment lies.
  @inline(__always)
  private func start(
    _ segment: WinogradTiling.Segment, _ plane: UnsafeMutablePointer<Float>
  ) -> UnsafeMutablePointer<Float> {
    plane
      + (segment.image &* strides[0] &+ tiling.edge &* segment.row &* strides[2]
        &+ tiling.edge &* segment.column &* strides[3])
  }

  /// Copies the lines of a segment to the rows of the result.
  private func deal(
    _ segment: WinogradTiling.Segment, _ lines: UnsafePointer<Float>,
    to plane: UnsafeMutablePointer<Float>
  ) {
    let edge = tiling.edge
    let count = columns(segment)
    var target = start(segment, plane)
    for line in 0..<min(edge, tiling.shape.outputRows &- edge &* segment.row) {
      let source = lines + edge &* (line &* pitch &+ segment.lane)
      if strides[3] == 1 {
        VectorCopy.exactly(count, source, to: target)
      } else {
        for place in 0..<count { target[place &* strides[3]] = source[place] }
      }
      target += strides[2]
    }
  }

  /// How many columns of the result a segment has.
  @inline(__always)
  private func columns(_ segment: WinogradTiling.Segment) -> Int {
    min(
      tiling.edge &* segment.count, tiling.shape.outputColumns &- tiling.edge &* segment.column)
  }

  /// Aᵀ of F(2, 3).
  @inline(__always)
  private static func two(
    _ m0: FloatVector, _ m1: FloatVector, _ m2: FloatVector, _ m3: FloatVector
  ) -> (FloatVector, FloatVector) {
    (m0 + (m1 + m2), (m1 - m2) - m3)
  }

  /// Stores whole segments where they belong, the last vector over the one before; what is less than
  /// a vector, has an odd end or gaps goes through the lines.
  @inline(never)
  private func transformTwo(
    _ sums: UnsafePointer<Float>, _ step: Int, _ bias: Float,
    into plane: UnsafeMutablePointer<Float>, _ lines: UnsafeMutablePointer<Float>,
    _ check: inout FloatVector
  ) {
    let start = FloatVector(repeating: bias)
    segments.withUnsafeBufferPointer { segments in
      for segment in segments {
        let isWhole =
          strides[3] == 1 && segment.count >= 16 && columns(segment) == 2 &* segment.count
        let target = isWhole ? self.start(segment, plane) : lines + 2 &* segment.lane
        let hasBoth = !isWhole || 2 &* segment.row &+ 1 < tiling.shape.outputRows
        let lower =
          !isWhole ? target + 2 &* pitch : hasBoth ? target + strides[2] : lines
        // Lanes before a short segment's are other tiles; there may be none behind it.
        let last =
          segment.count >= 16 ? segment.count &- 16 : min(0, pitch &- 16 &- segment.lane)
        var tile = min(0, last)
        while true {
          let rows = Self.tiles(sums + (segment.lane &+ tile), step, start)
          check = check + 0 * ((rows.0 + rows.1) + (rows.2 + rows.3))
          let (first, second) = rows.0.zipped(rows.1)
          first.store(target + 2 &* tile)
          second.store(target + (2 &* tile &+ 16))
          let (third, fourth) = rows.2.zipped(rows.3)
          third.store(lower + (hasBoth ? 2 &* tile : 0))
          fourth.store(lower + (hasBoth ? 2 &* tile &+ 16 : 16))
          if tile >= last { break }
          tile = min(tile &+ 16, last)
        }
        if !isWhole { deal(segment, lines, to: plane) }
      }
    }
  }

  /// Aᵀ m A of sixteen tiles: the even and the odd columns of the upper row, then of the lower one.
  @inline(__always)
  private static func tiles(
    _ m: UnsafePointer<Float>, _ step: Int, _ start: FloatVector
  ) -> (FloatVector, FloatVector, FloatVector, FloatVector) {
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
    return (upper.0, upper.1, lower.0, lower.1)
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
