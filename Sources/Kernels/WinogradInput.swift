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

  /// Sixteen tiles of a segment.
  private struct Vector {
    /// The first of the segment's lines.
    let line: Int
    /// The first tile, counted from the segment's.
    let tile: Int
    /// Its lane in the block.
    let lane: Int
    /// The first of its masks, one a column of a tile; nil if no lane reads padding.
    let mask: Int?
  }

  private let tiling: WinogradTiling
  private let vectors: [Vector]
  private let lines: [Line]
  /// Lanes of which all bits are 1 where a pixel exists, and 0 where padding is.
  private let masks: [SIMD16<UInt32>]
  private let pixels: UnsafePointer<Float>
  private let channels: Int
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

  /// - Parameters:
  ///   - channels: of all groups together.
  ///   - pitch: cells of a row of tiles; as many as there are vectors of them unless given.
  init(
    _ tiling: WinogradTiling, block: Int, channels: Range<Int>, of images: Cells,
    pitch: Int? = nil
  ) {
    let shape = tiling.shape
    self.tiling = tiling
    self.channels = channels.count
    let tiles = tiling.tiles(of: block)
    let segments = tiling.segments(tiles)
    let lanes = WinogradTiling.lanes
    let whole = (tiles.count + lanes - 1) / lanes * lanes
    self.pitch = pitch ?? whole
    hasGaps = pitch == nil && tiles.count != whole
    pointStride = channels.count * self.pitch + lanes
    let first = images.offset + channels.lowerBound * images.strides[1]
    pixels = UnsafePointer(images.storage.pointer(Float.self)) + first
    channelStride = images.strides[1]
    columnStride = images.strides[3]
    // The farthest that any channel's pixels lie from the first one's.
    let farthest = (channels.count - 1) * images.strides[1]
    let room = (-first - min(0, farthest))..<(images.storage.count - first - max(0, farthest))
    var lines: [Line] = []
    var vectors: [Vector] = []
    var masks: [SIMD16<UInt32>] = []
    var place = 0
    for segment in segments {
      let column = tiling.edge * segment.column + shape.firstColumn
      for tile in stride(from: 0, to: segment.count, by: lanes) {
        let mask = Self.appendMasks(
          tiling, column: column + tiling.edge * tile, tiles: segment.count - tile, to: &masks)
        vectors.append(
          Vector(line: lines.count, tile: tile, lane: segment.lane + tile, mask: mask))
      }
      let width = tiling.edge * segment.count + 2
      let reach = Self.reach(segment.count, edge: tiling.edge)
      for tileRow in 0..<tiling.edge + 2 {
        let row = tiling.edge * segment.row + shape.firstRow + tileRow
        let isInside = row >= 0 && row < shape.inputRows
        let source =
          segment.image * images.strides[0] + row * images.strides[2] + column * images.strides[3]
        // What lies beside a row is masked, but must be there.
        if isInside, images.strides[3] == 1, source >= room.lowerBound,
          source + reach <= room.upperBound
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
    self.vectors = vectors
    self.masks = masks
    lineCount = place
  }

  /// Appends a vector's masks if some of its tiles read padding.
  ///
  /// - Parameters:
  ///   - column: the input column that the first tile begins with.
  ///   - tiles: how many tiles there are.
  private static func appendMasks(
    _ tiling: WinogradTiling, column: Int, tiles: Int, to masks: inout [SIMD16<UInt32>]
  ) -> Int? {
    let (edge, columns) = (tiling.edge, tiling.shape.inputColumns)
    let lanes = min(tiles, WinogradTiling.lanes)
    if column >= 0, column + edge * lanes + 2 <= columns { return nil }
    let start = masks.count
    for place in 0..<edge + 2 {
      var mask = SIMD16<UInt32>(repeating: 0)
      for lane in 0..<lanes {
        let pixel = column + edge * lane + place
        if pixel >= 0, pixel < columns { mask[lane] = .max }
      }
      masks.append(mask)
    }
    return start
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
    for channel in 0..<channels {
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

  /// Asks for some channels' pixels, to transform them later.
  func prefetch(_ channels: Range<Int>) {
    for channel in channels {
      let source = pixels + channel &* channelStride
      lines.withUnsafeBufferPointer { lines in
        for line in lines {
          var ahead = 0
          while ahead < line.pixels {
            patchwork_prefetch_read(source + (line.source &+ ahead))
            ahead &+= 16
          }
        }
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
    lines.withUnsafeBufferPointer { lines in
      vectors.withUnsafeBufferPointer { vectors in
        masks.withUnsafeBufferPointer { masks in
          for vector in vectors {
            let a = Self.start(lines[vector.line], channel, scratch) + 2 &* vector.tile
            let b = Self.start(lines[vector.line &+ 1], channel, scratch) + 2 &* vector.tile
            let c = Self.start(lines[vector.line &+ 2], channel, scratch) + 2 &* vector.tile
            let d = Self.start(lines[vector.line &+ 3], channel, scratch) + 2 &* vector.tile
            let cells = target + vector.lane
            if let mask = vector.mask {
              storeTwo(
                Self.columns(a, masks, mask), Self.columns(b, masks, mask),
                Self.columns(c, masks, mask), Self.columns(d, masks, mask), to: cells)
            } else {
              storeTwo(
                Self.columns(a), Self.columns(b), Self.columns(c), Self.columns(d), to: cells)
            }
          }
        }
      }
    }
  }

  private typealias Four = (FloatVector, FloatVector, FloatVector, FloatVector)

  @inline(__always)
  private func storeTwo(
    _ a: Four, _ b: Four, _ c: Four, _ d: Four, to cells: UnsafeMutablePointer<Float>
  ) {
    let step = pointStride
    (a.0 - c.0).store(cells)
    (a.1 - c.1).store(cells + step)
    (a.2 - c.2).store(cells + 2 &* step)
    (a.3 - c.3).store(cells + 3 &* step)
    (b.0 + c.0).store(cells + 4 &* step)
    (b.1 + c.1).store(cells + 5 &* step)
    (b.2 + c.2).store(cells + 6 &* step)
    (b.3 + c.3).store(cells + 7 &* step)
    (c.0 - b.0).store(cells + 8 &* step)
    (c.1 - b.1).store(cells + 9 &* step)
    (c.2 - b.2).store(cells + 10 &* step)
    (c.3 - b.3).store(cells + 11 &* step)
    (b.0 - d.0).store(cells + 12 &* step)
    (b.1 - d.1).store(cells + 13 &* step)
    (b.2 - d.2).store(cells + 14 &* step)
    (b.3 - d.3).store(cells + 15 &* step)
  }

  /// One row of sixteen tiles, transformed along the columns.
  @inline(__always)
  private static func columns(_ row: UnsafePointer<Float>) -> Four {
    let (low, high) = (FloatVector(row), FloatVector(row + 16))
    let (nextLow, nextHigh) = (FloatVector(row + 2), FloatVector(row + 18))
    let (d0, d1) = (low.evens(high), low.odds(high))
    let (d2, d3) = (nextLow.evens(nextHigh), nextLow.odds(nextHigh))
    return (d0 - d2, d1 + d2, d2 - d1, d1 - d3)
  }

  /// The same where padding is read as what lies beside the row.
  @inline(__always)
  private static func columns(
    _ row: UnsafePointer<Float>, _ masks: UnsafeBufferPointer<SIMD16<UInt32>>, _ mask: Int
  ) -> Four {
    let (low, high) = (FloatVector(row), FloatVector(row + 16))
    let (nextLow, nextHigh) = (FloatVector(row + 2), FloatVector(row + 18))
    let d0 = low.evens(high).masked(masks[mask])
    let d1 = low.odds(high).masked(masks[mask &+ 1])
    let d2 = nextLow.evens(nextHigh).masked(masks[mask &+ 2])
    let d3 = nextLow.odds(nextHigh).masked(masks[mask &+ 3])
    return (d0 - d2, d1 + d2, d2 - d1, d1 - d3)
  }

  /// Bᵀ d B of F(4×4, 3×3).
  @inline(never)
  private func transformFour(
    _ channel: UnsafePointer<Float>, _ scratch: UnsafeMutablePointer<Float>,
    into target: UnsafeMutablePointer<Float>
  ) {
    for vector in vectors {
      var half = InlineArray<36, FloatVector>(repeating: FloatVector(repeating: 0))
      for row in 0..<6 {
        let start =
          Self.start(lines[vector.line &+ row], channel, scratch) + 4 &* vector.tile
        var cells = InlineArray<6, FloatVector>(repeating: FloatVector(repeating: 0))
        for place in 0..<6 {
          cells[place] = Self.everyFourth(start + place)
          if let mask = vector.mask { cells[place] = cells[place].masked(masks[mask &+ place]) }
        }
        let line = Self.four(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5])
        for column in 0..<6 { half[row &* 6 &+ column] = line[column] }
      }
      for column in 0..<6 {
        let line = Self.four(
          half[column], half[6 &+ column], half[12 &+ column], half[18 &+ column],
          half[24 &+ column], half[30 &+ column])
        for row in 0..<6 {
          line[row].store(target + (vector.lane &+ (row &* 6 &+ column) &* pointStride))
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
