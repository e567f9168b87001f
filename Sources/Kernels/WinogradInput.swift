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
    /// Zeros, pixels and zeros of the copy.
    var zerosBefore = 0
    var pixels = 0
    var zerosAfter = 0
  }

  private let tiling: WinogradTiling
  private let segments: [WinogradTiling.Segment]
  private let lines: [Line]
  private let pixels: UnsafePointer<Float>
  private let pixelsEnd: UnsafePointer<Float>
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
    pixelsEnd = storage + images.storage.count
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
          lines.append(Line(source: source))
          continue
        }
        let first = min(reach, max(0, -column))
        let last = isInside ? max(first, min(width, shape.inputColumns - column)) : first
        lines.append(
          Line(
            source: source + first * images.strides[3], place: place,
            zerosBefore: first, pixels: last - first, zerosAfter: reach - last))
        // A copy may write up to a vector past its end.
        place += reach + lanes
      }
    }
    self.lines = lines
    lineCount = place + lanes
  }

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
        guard let place = line.place else { continue }
        let start = scratch + place
        VectorCopy.zeros(start, count: line.zerosBefore)
        let target = start + line.zerosBefore
        if columnStride == 1 {
          VectorCopy.run(channel + line.source, to: target, count: line.pixels, end: pixelsEnd)
        } else {
          for pixel in 0..<line.pixels {
            target[pixel] = channel[line.source &+ pixel &* columnStride]
          }
        }
        VectorCopy.zeros(target + line.pixels, count: line.zerosAfter)
      }
    }
  }

  @inline(__always)
  private static func load(_ place: UnsafePointer<Float>) -> SIMD16<Float> {
    UnsafeRawPointer(place).loadUnaligned(as: SIMD16<Float>.self)
  }

  @inline(__always)
  private static func store(_ cells: SIMD16<Float>, _ place: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(place).storeBytes(of: cells, as: SIMD16<Float>.self)
  }

  /// Where a line's pixels lie.
  @inline(__always)
  private static func start(
    _ line: Line, _ channel: UnsafePointer<Float>, _ scratch: UnsafeMutablePointer<Float>
  ) -> UnsafePointer<Float> {
    if let place = line.place { UnsafePointer(scratch + place) } else { channel + line.source }
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
            Self.store(a0 - c0, cells)
            Self.store(a1 - c1, cells + step)
            Self.store(a2 - c2, cells + 2 &* step)
            Self.store(a3 - c3, cells + 3 &* step)
            Self.store(b0 + c0, cells + 4 &* step)
            Self.store(b1 + c1, cells + 5 &* step)
            Self.store(b2 + c2, cells + 6 &* step)
            Self.store(b3 + c3, cells + 7 &* step)
            Self.store(c0 - b0, cells + 8 &* step)
            Self.store(c1 - b1, cells + 9 &* step)
            Self.store(c2 - b2, cells + 10 &* step)
            Self.store(c3 - b3, cells + 11 &* step)
            Self.store(b0 - d0, cells + 12 &* step)
            Self.store(b1 - d1, cells + 13 &* step)
            Self.store(b2 - d2, cells + 14 &* step)
            Self.store(b3 - d3, cells + 15 &* step)
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
  ) -> (SIMD16<Float>, SIMD16<Float>, SIMD16<Float>, SIMD16<Float>) {
    let here = SIMD32(lowHalf: load(row), highHalf: load(row + 16))
    let next = SIMD32(lowHalf: load(row + 2), highHalf: load(row + 18))
    let (d0, d1, d2, d3) = (here.evenHalf, here.oddHalf, next.evenHalf, next.oddHalf)
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
        var half = InlineArray<36, SIMD16<Float>>(repeating: .zero)
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
            Self.store(
              line[row], target + (segment.lane &+ tile &+ (row &* 6 &+ column) &* pointStride))
          }
        }
      }
    }
  }

  @inline(__always)
  private static func everyFourth(_ row: UnsafePointer<Float>) -> SIMD16<Float> {
    Float.evenLanes(
      Float.evenLanes(load(row), load(row + 16)), Float.evenLanes(load(row + 32), load(row + 48)))
  }

  /// Bᵀ of F(4, 3).
  @inline(__always)
  private static func four(
    _ d0: SIMD16<Float>, _ d1: SIMD16<Float>, _ d2: SIMD16<Float>, _ d3: SIMD16<Float>,
    _ d4: SIMD16<Float>, _ d5: SIMD16<Float>
  ) -> InlineArray<6, SIMD16<Float>> {
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
