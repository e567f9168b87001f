internal import CSystem

/// The pixels of a block of tiles, transformed: Bᵀ d B of every tile d, a lane a tile.
///
///     [point][channel][tile of the block]
///
/// Two tiles that are neighbours share pixels, so that lanes are picked from whole rows: every
/// `edge`-th pixel of a row, from each of the places that a tile has.
struct WinogradInput: @unchecked Sendable {
  /// A row of pixels under a segment of tiles.
  private struct Line {
    /// Where its first pixel lies, from the start of the channel.
    var source: Int
    /// Where it is copied to, among the lines; nil if it is read where it lies.
    var place: Int?
    /// How many zeros lie before it there.
    var lead = 0
    /// How many pixels there are; what lies around them in the copy is 0.
    var pixels: Int
  }

  private let tiling: WinogradTiling
  private let segments: [WinogradTiling.Segment]
  private let lines: [Line]
  private let pixels: UnsafePointer<Float>
  private let channelStride: Int
  private let columnStride: Int
  /// Cells of a row of tiles of one channel at one point.
  let pitch: Int
  /// Cells from a point to the next: a vector may be stored past the end of the last channel.
  let pointStride: Int
  /// Cells that the lines take.
  let lineCount: Int
  /// Whether lanes past the last tile stay as they were.
  let hasGaps: Bool

  /// Cells that the transformed pixels take.
  var count: Int { tiling.points * pointStride }

  init(_ tiling: WinogradTiling, block: Int, group: Int, of images: Cells) {
    let shape = tiling.shape
    self.tiling = tiling
    let tiles = tiling.tiles(of: block)
    segments = tiling.segments(tiles)
    let lanes = WinogradTiling.lanes
    pitch = (tiles.count + lanes - 1) / lanes * lanes
    hasGaps = tiles.count != pitch
    pointStride = shape.channels * pitch + lanes
    let storage = UnsafePointer(images.storage.pointer(Float.self))
    pixels = storage + images.offset + group * shape.channels * images.strides[1]
    channelStride = images.strides[1]
    columnStride = images.strides[3]
    var lines: [Line] = []
    var place = 0
    // The farthest that any channel's pixels lie from the first one's.
    let farthest = max(0, (shape.channels - 1) * images.strides[1])
    let room = images.storage.count - images.offset - group * shape.channels * images.strides[1]
    for segment in segments {
      let column = tiling.edge * segment.column + shape.firstColumn
      let width = tiling.edge * segment.count + 2
      let reach = Self.reach(segment.count, edge: tiling.edge)
      for tileRow in 0..<tiling.edge + 2 {
        let row = tiling.edge * segment.row + shape.firstRow + tileRow
        let isInside = row >= 0 && row < shape.inputRows
        let source =
          segment.image * images.strides[0] + row * images.strides[2] + column * images.strides[3]
        if isInside, column >= 0, column + width <= shape.inputColumns, images.strides[3] == 1,
          source + farthest + reach <= room
        {
          lines.append(Line(source: source, pixels: reach))
          continue
        }
        let first = min(reach, max(0, -column))
        let last = isInside ? max(first, min(width, shape.inputColumns - column)) : first
        lines.append(
          Line(
            source: source + first * images.strides[3], place: place + first,
            lead: first, pixels: last - first))
        place += reach
      }
    }
    self.lines = lines
    lineCount = place
  }

  /// How far ahead pixels are asked for: too far apart for the processor to guess.
  private static var channelsAhead: Int { 3 }

  /// How many pixels of a row the vectors of a segment read.
  private static func reach(_ tiles: Int, edge: Int) -> Int {
    let lanes = WinogradTiling.lanes
    return edge * ((tiles + lanes - 1) / lanes * lanes) + (edge == 2 ? 2 : lanes)
  }

  /// Transforms all channels.
  ///
  /// - Parameter scratch: `lineCount` cells for the lines.
  func run(into target: UnsafeMutablePointer<Float>, lines scratch: UnsafeMutablePointer<Float>) {
    if hasGaps { target.update(repeating: 0, count: count) }
    // Around the pixels every channel has the same zeros.
    scratch.update(repeating: 0, count: lineCount)
    for channel in 0..<tiling.shape.channels {
      let source = pixels + channel &* channelStride
      copyLines(of: source, to: scratch)
      let cells = target + channel &* pitch
      if tiling.edge == 2 {
        transformTwo(source, scratch, into: cells)
      } else {
        transformFour(source, scratch, into: cells)
      }
    }
  }

  @inline(__always)
  private func copyLines(of channel: UnsafePointer<Float>, to scratch: UnsafeMutablePointer<Float>)
  {
    lines.withUnsafeBufferPointer { lines in
      for line in lines {
        let source = channel + line.source
        var ahead = 0
        while ahead < line.pixels {
          patchwork_prefetch_read(source + (Self.channelsAhead &* channelStride &+ ahead))
          ahead &+= 16
        }
        guard let place = line.place else { continue }
        if columnStride == 1 {
          VectorCopy.exactly(line.pixels, source, to: scratch + place)
        } else {
          for pixel in 0..<line.pixels {
            scratch[place &+ pixel] = source[pixel &* columnStride]
          }
        }
      }
    }
  }

  /// Where a line's pixels lie.
  @inline(__always)
  private static func start(
    _ line: Line, _ channel: UnsafePointer<Float>, _ scratch: UnsafeMutablePointer<Float>
  ) -> UnsafePointer<Float> {
    if let place = line.place {
      UnsafePointer(scratch + (place &- line.lead))
    } else {
      channel + line.source
    }
  }

  /// Bᵀ d B of F(2×2, 3×3): first along the columns, row by row, then along the rows.
  @inline(never)
  private func transformTwo(
    _ channel: UnsafePointer<Float>, _ scratch: UnsafeMutablePointer<Float>,
    into target: UnsafeMutablePointer<Float>
  ) {
    let step = pointStride
    lines.withUnsafeBufferPointer { lines in
      segments.withUnsafeBufferPointer { segments in
        for (place, segment) in segments.enumerated() {
          let a = Self.start(lines[4 &* place], channel, scratch)
          let b = Self.start(lines[4 &* place &+ 1], channel, scratch)
          let c = Self.start(lines[4 &* place &+ 2], channel, scratch)
          let d = Self.start(lines[4 &* place &+ 3], channel, scratch)
          var tile = 0
          while tile < segment.count {
            let (a0, a1, a2, a3) = Self.columns(a + 2 &* tile)
            let (b0, b1, b2, b3) = Self.columns(b + 2 &* tile)
            let (c0, c1, c2, c3) = Self.columns(c + 2 &* tile)
            let (d0, d1, d2, d3) = Self.columns(d + 2 &* tile)
            let cells = target + (segment.lane &+ tile)
            (a0 - c0).store(cells)
            (a1 - c1).store(cells + step)
            (a2 - c2).store(cells + 2 &* step)
            (a3 - c3).store(cells + 3 &* step)
            (b0 + c0).store(cells + 4 &* step)
            (b1 + c1).store(cells + 5 &* step)
            (b2 + c2).store(cells + 6 &* step)
            (b3 + c3).store(cells + 7 &* step)
            (c0 - b0).store(cells + 8 &* step)
            (c1 - b1).store(cells + 9 &* step)
            (c2 - b2).store(cells + 10 &* step)
            (c3 - b3).store(cells + 11 &* step)
            (b0 - d0).store(cells + 12 &* step)
            (b1 - d1).store(cells + 13 &* step)
            (b2 - d2).store(cells + 14 &* step)
            (b3 - d3).store(cells + 15 &* step)
            tile &+= 16
          }
        }
      }
    }
  }

  /// One row of sixteen tiles, transformed along the columns.
  @inline(__always)
  private static func columns(
    _ row: UnsafePointer<Float>
  ) -> (FloatVector, FloatVector, FloatVector, FloatVector) {
    let (low, high) = (FloatVector(row), FloatVector(row + 16))
    let (nextLow, nextHigh) = (FloatVector(row + 2), FloatVector(row + 18))
    let (d0, d1) = (low.evens(high), low.odds(high))
    let (d2, d3) = (nextLow.evens(nextHigh), nextLow.odds(nextHigh))
    return (d0 - d2, d1 + d2, d2 - d1, d1 - d3)
  }

  /// Bᵀ d B of F(4×4, 3×3).
  @inline(never)
  private func transformFour(
    _ channel: UnsafePointer<Float>, _ scratch: UnsafeMutablePointer<Float>,
    into target: UnsafeMutablePointer<Float>
  ) {
    for (place, segment) in segments.enumerated() {
      for tile in stride(from: 0, to: segment.count, by: 16) {
        var half = InlineArray<36, FloatVector>(repeating: FloatVector(repeating: 0))
        for row in 0..<6 {
          let start = Self.start(lines[6 &* place &+ row], channel, scratch) + 4 &* tile
          let line = Self.four(
            Self.everyFourth(start), Self.everyFourth(start + 1), Self.everyFourth(start + 2),
            Self.everyFourth(start + 3), Self.everyFourth(start + 4), Self.everyFourth(start + 5))
          for column in 0..<6 { half[row &* 6 &+ column] = line[column] }
        }
        for column in 0..<6 {
          let line = Self.four(
            half[column], half[6 &+ column], half[12 &+ column], half[18 &+ column],
            half[24 &+ column], half[30 &+ column])
          for row in 0..<6 {
            line[row].store(
              target + (segment.lane &+ tile &+ (row &* 6 &+ column) &* pointStride))
          }
        }
      }
    }
  }

  @inline(__always)
  private static func everyFourth(_ row: UnsafePointer<Float>) -> FloatVector {
    FloatVector(row).evens(FloatVector(row + 16))
      .evens(FloatVector(row + 32).evens(FloatVector(row + 48)))
  }

  /// Bᵀ of F(4, 3).
  @inline(__always)
  private static func four(
    _ d0: FloatVector, _ d1: FloatVector, _ d2: FloatVector, _ d3: FloatVector,
    _ d4: FloatVector, _ d5: FloatVector
  ) -> InlineArray<6, FloatVector> {
    let even = d4 - 4 * d2
    let odd = d3 - 4 * d1
    let outer = d4 - d2
    let twice = 2 * (d3 - d1)
    return [
      4 * d0 - 5 * d2 + d4, even + odd, even - odd, outer + twice, outer - twice,
      4 * d1 - 5 * d3 + d5,
    ]
  }
}
