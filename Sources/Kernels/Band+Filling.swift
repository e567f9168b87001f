/// One image's channels as a band reads them.
struct BandSource<Element: TileCell> {
  /// The first channel's first pixel.
  let start: UnsafePointer<Element>
  let channelStride: Int
  let rowStride: Int
  let columnStride: Int
  /// The end of the block: no vector is read past it.
  let end: UnsafePointer<Element>

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

extension Band {
  /// Copies the pixels that the band's outputs read, and zeros for the padding.
  ///
  /// Up to a vector less one cell more than `count` is written.
  @inline(__always)
  func fill<Element: TileCell>(
    _ cells: UnsafeMutablePointer<Element>, from source: BandSource<Element>
  ) {
    // Cells in ascending order: a run's last vector spills over what is written next.
    var target = cells
    for channel in 0..<channels {
      let channelStart = source.start + channel &* source.channelStride
      for down in rows.planes {
        for across in columns.planes {
          fill(plane: down, across, into: target, from: source, at: channelStart)
          target += planeStride
        }
      }
    }
  }

  @inline(__always)
  private func fill<Element: TileCell>(
    plane down: BandAxis.Plane, _ across: BandAxis.Plane,
    into cells: UnsafeMutablePointer<Element>, from source: BandSource<Element>,
    at channel: UnsafePointer<Element>
  ) {
    let end = outputRows.upperBound &+ rows.reach
    let first = min(max(down.zerosBefore, outputRows.lowerBound), end)
    let last = min(max(down.zerosBefore &+ down.pixels, first), end)
    let step = columns.step &* source.columnStride
    let zerosAfter = pitch &- across.zerosBefore &- across.pixels
    var target = cells
    VectorCopy.zeros(target, count: (first &- outputRows.lowerBound) &* pitch)
    target += (first &- outputRows.lowerBound) &* pitch
    var pixels =
      channel + across.firstPixel &* source.columnStride
      + (down.firstPixel &+ (first &- down.zerosBefore) &* rows.step) &* source.rowStride
    for _ in first..<last {
      if across.zerosBefore > 0 { VectorCopy.zeros(target, count: across.zerosBefore) }
      let run = target + across.zerosBefore
      if step == 1 {
        VectorCopy.run(pixels, to: run, count: across.pixels, end: source.end)
      } else {
        VectorCopy.every(step, pixels, to: run, count: across.pixels, end: source.end)
      }
      if zerosAfter > 0 { VectorCopy.zeros(run + across.pixels, count: zerosAfter) }
      pixels += rows.step &* source.rowStride
      target += pitch
    }
    VectorCopy.zeros(target, count: (end &- last) &* pitch)
  }
}
