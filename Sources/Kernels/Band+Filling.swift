/// One image's channels as a band reads them.
struct BandSource<Element: TileCell> {
  /// The first channel's first pixel.
  let start: UnsafePointer<Element>
  let channelStride: Int
  let rowStride: Int
  let columnStride: Int
  /// The end of the block: no vector is read past it.
  let end: UnsafePointer<Element>

  private init(
    start: UnsafePointer<Element>, channelStride: Int, rowStride: Int, columnStride: Int,
    end: UnsafePointer<Element>
  ) {
    self.start = start
    self.channelStride = channelStride
    self.rowStride = rowStride
    self.columnStride = columnStride
    self.end = end
  }

  /// The channels that start so many cells further on.
  @inline(__always)
  func advanced(_ cells: Int) -> BandSource {
    BandSource(
      start: start + cells, channelStride: channelStride, rowStride: rowStride,
      columnStride: columnStride, end: end)
  }

  /// Looks at an image of a batch N×C×H×W with any strides, from a channel on.
  init(_ images: Cells, image: Int, channel: Int = 0) {
    let block = UnsafePointer(images.storage.pointer(Element.self))
    start = block + (images.offset + image * images.strides[0] + channel * images.strides[1])
    channelStride = images.strides[1]
    rowStride = images.strides[2]
    columnStride = images.strides[3]
    end = block + images.storage.count
  }
}

extension BandAxis.Plane {
  /// The part of the plane in a range of cells.
  @inline(__always)
  func part(_ cells: Range<Int>, step: Int) -> BandAxis.Plane {
    let first = min(max(zerosBefore, cells.lowerBound), cells.upperBound)
    let last = min(max(zerosBefore &+ pixels, first), cells.upperBound)
    return BandAxis.Plane(
      zerosBefore: first &- cells.lowerBound, pixels: last &- first,
      firstPixel: firstPixel &+ (first &- zerosBefore) &* step)
  }
}

extension Band {
  /// Copies the pixels that some output rows and columns read, and zeros for the padding.
  ///
  /// There may be fewer of either than the band has room for. Up to a vector less one cell more than
  /// `count` is written.
  func fill<Element: TileCell>(
    _ cells: UnsafeMutablePointer<Element>, from source: BandSource<Element>,
    outputRows: Range<Int>, outputColumns: Range<Int>
  ) {
    let rowCells = outputRows.lowerBound..<outputRows.upperBound &+ rows.reach
    let columnCells = outputColumns.lowerBound..<outputColumns.upperBound &+ columns.reach
    // Cells in ascending order: a run's last vector spills over what is written next.
    var target = cells
    for channel in 0..<channels {
      let channelStart = source.start + channel &* source.channelStride
      for down in rows.planes {
        for across in columns.planes {
          fill(
            down.part(rowCells, step: rows.step), across.part(columnCells, step: columns.step),
            rowCount: rowCells.count, columnCount: columnCells.count, into: target, from: source,
            at: channelStart)
          target += planeStride
        }
      }
    }
  }

  @inline(__always)
  private func fill<Element: TileCell>(
    _ down: BandAxis.Plane, _ across: BandAxis.Plane, rowCount: Int, columnCount: Int,
    into cells: UnsafeMutablePointer<Element>, from source: BandSource<Element>,
    at channel: UnsafePointer<Element>
  ) {
    let step = columns.step &* source.columnStride
    let zerosAfter = columnCount &- across.zerosBefore &- across.pixels
    var target = cells
    // The last row of either block of zeros may be longer than the pitch.
    let more = columnCount &- pitch
    VectorCopy.zeros(target, count: down.zerosBefore &* pitch &+ more)
    target += down.zerosBefore &* pitch
    var pixels =
      channel + across.firstPixel &* source.columnStride + down.firstPixel &* source.rowStride
    let rowStep = rows.step &* source.rowStride
    if step == 1, across.zerosBefore == 0, zerosAfter == 0 {
      VectorCopy.rows(
        down.pixels, of: across.pixels, pixels, step: rowStep, to: target, step: pitch,
        end: source.end)
      target += down.pixels &* pitch
    } else {
      for _ in 0..<down.pixels {
        if across.zerosBefore > 0 { VectorCopy.zeros(target, count: across.zerosBefore) }
        let run = target + across.zerosBefore
        if step == 1 {
          VectorCopy.run(pixels, to: run, count: across.pixels, end: source.end)
        } else {
          VectorCopy.every(step, pixels, to: run, count: across.pixels, end: source.end)
        }
        if zerosAfter > 0 { VectorCopy.zeros(run + across.pixels, count: zerosAfter) }
        pixels += rowStep
        target += pitch
      }
    }
    let zerosBelow = rowCount &- down.zerosBefore &- down.pixels
    VectorCopy.zeros(target, count: zerosBelow &* pitch &+ more)
  }
}
