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
        let down = down.part(rowCells, step: rows.step)
        if let phases = phases(of: source, down, columnCells) {
          fill(down, phases, rowCount: rowCells.count, into: target, from: source, at: channelStart)
          target += columns.planes.count &* planeStride
          continue
        }
        for across in columns.planes {
          fill(
            down, across.part(columnCells, step: columns.step),
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
    // The same row of the next channel lies too far from here for the processor to guess.
    let ahead = source.channelStride
    if step == 1, across.zerosBefore == 0, zerosAfter == 0 {
      var next = pixels + ahead
      for _ in 0..<down.pixels {
        VectorCopy.prefetch(next, count: across.pixels)
        next += rowStep
      }
      VectorCopy.rows(
        down.pixels, of: across.pixels, pixels, step: rowStep, to: target, step: pitch,
        end: source.end)
      target += down.pixels &* pitch
    } else {
      for _ in 0..<down.pixels {
        if across.zerosBefore > 0 { VectorCopy.zeros(target, count: across.zerosBefore) }
        let run = target + across.zerosBefore
        if step == 1 {
          VectorCopy.prefetch(pixels + ahead, count: across.pixels)
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

/// The planes of columns with a step of 2 or 4, filled together: each vector of pixels is read once and
/// dealt out to all of them.
private struct BandPhases {
  /// Cells a row.
  let count: Int
  /// The cells that hold pixels in all planes.
  let inside: Range<Int>
  /// The pixel in cell 0 of the first plane, if the image went on there.
  let origin: Int
  /// The end of the pixels that any plane holds.
  let end: Int
}

extension Band {
  /// How the planes of columns are filled together, if they can be.
  private func phases<Element>(
    of source: BandSource<Element>, _ down: BandAxis.Plane, _ cells: Range<Int>
  ) -> BandPhases? {
    let step = columns.step
    guard step == 2 || step == 4, columns.planes.count == step, source.columnStride == 1,
      down.pixels > 0
    else { return nil }
    var inside = 0..<cells.count
    var (origin, end) = (0, 0)
    for index in 0..<step {
      let plane = columns.planes[index].part(cells, step: step)
      let first = plane.firstPixel &- plane.zerosBefore &* step
      if index == 0 { origin = first }
      guard plane.pixels > 0, first == origin &+ index else { return nil }
      inside = inside.clamped(to: plane.zerosBefore..<plane.zerosBefore &+ plane.pixels)
      end = max(end, plane.firstPixel &+ (plane.pixels &- 1) &* step &+ 1)
    }
    guard inside.count >= Element.lanes else { return nil }
    return BandPhases(count: cells.count, inside: inside, origin: origin, end: end)
  }

  /// Fills all planes of columns of a plane of rows.
  private func fill<Element: TileCell>(
    _ down: BandAxis.Plane, _ phases: BandPhases, rowCount: Int,
    into cells: UnsafeMutablePointer<Element>, from source: BandSource<Element>,
    at channel: UnsafePointer<Element>
  ) {
    let planes = columns.planes.count
    let more = phases.count &- pitch
    // Zeros may spill over what is written next, pixels do not: zeros below a plane come first, then
    // those above it.
    let below = rowCount &- down.zerosBefore &- down.pixels
    for plane in 0..<planes {
      let end = cells + (plane &* planeStride &+ (rowCount &- below) &* pitch)
      VectorCopy.zeros(end, count: below &* pitch &+ more)
    }
    for plane in 0..<planes {
      VectorCopy.zeros(cells + plane &* planeStride, count: down.zerosBefore &* pitch &+ more)
    }
    var row = cells + down.zerosBefore &* pitch
    var pixels = channel + down.firstPixel &* source.rowStride
    for _ in 0..<down.pixels {
      VectorCopy.prefetch(
        pixels + rows.step &* source.rowStride, count: phases.inside.count &* columns.step)
      fillRow(phases, into: row, from: pixels)
      pixels += rows.step &* source.rowStride
      row += pitch
    }
  }

  @inline(__always)
  private func fillRow<Element: TileCell>(
    _ phases: BandPhases, into row: UnsafeMutablePointer<Element>,
    from pixels: UnsafePointer<Element>
  ) {
    let step = columns.step
    for cell in stride(
      from: phases.inside.lowerBound, to: phases.inside.upperBound, by: Element.lanes)
    {
      // The last vector ends where the pixels do.
      let place = min(cell, phases.inside.upperBound &- Element.lanes)
      VectorCopy.deal(
        pixels + (phases.origin &+ place &* step), step: step, to: row + place,
        planeStride: planeStride)
    }
    fillEdge(0..<phases.inside.lowerBound, phases, into: row, from: pixels)
    fillEdge(phases.inside.upperBound..<phases.count, phases, into: row, from: pixels)
  }

  /// Fills cells that lie in the padding in some of the planes.
  @inline(__always)
  private func fillEdge<Element: TileCell>(
    _ cells: Range<Int>, _ phases: BandPhases, into row: UnsafeMutablePointer<Element>,
    from pixels: UnsafePointer<Element>
  ) {
    for cell in cells {
      for plane in 0..<columns.step {
        let pixel = phases.origin &+ cell &* columns.step &+ plane
        row[plane &* planeStride &+ cell] = pixel >= 0 && pixel < phases.end ? pixels[pixel] : 0
      }
    }
  }
}
