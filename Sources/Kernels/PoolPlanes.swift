/// The pixels and outputs of a pool as its kernels see them: planes, one a channel of an image.
struct PoolPlanes<Element: PoolCell>: @unchecked Sendable {
  let windows: PoolWindows
  /// Where the first pixel lies, and how far images, channels and rows are apart.
  let pixels: UnsafePointer<Element>
  private let imageStride: Int
  private let channelStride: Int
  let rowStride: Int
  /// The end of the pixels' block: no vector is read past it.
  let pixelsEnd: UnsafePointer<Element>
  let planes: Int
  private let channels: Int

  /// Looks at images N×C×H×W whose rows lie without gaps.
  init(_ images: Cells, _ windows: PoolWindows) {
    precondition(images.rank == 4 && images.storage.elementType == Element.elementType)
    precondition(images.strides[3] == 1 || images.sizes[3] <= 1 || images.sizes.min() == 0)
    self.windows = windows
    let block = images.storage.pointer(Element.self)
    pixels = UnsafePointer(block + images.offset)
    pixelsEnd = UnsafePointer(block + images.storage.count)
    (imageStride, channelStride, rowStride) = (
      images.strides[0], images.strides[1], images.strides[2]
    )
    channels = images.sizes[1]
    planes = images.sizes[0] * channels
  }

  /// The first pixel of a plane.
  @inline(__always)
  func plane(_ number: Int) -> UnsafePointer<Element> {
    let (image, channel) = number.quotientAndRemainder(dividingBy: channels)
    return pixels + (image &* imageStride &+ channel &* channelStride)
  }

  var outputRows: Int { windows.rows.count }

  /// Deals `count` units of work of so many products each out to the threads, in stretches of some
  /// tens of microseconds; the flag is looked at before each.
  static func deal(
    _ count: Int, products: Int, _ body: @Sendable (Range<Int>) throws(Interrupted) -> Void
  ) throws(Interrupted) {
    try Interrupt.check()
    let each = max(1, min(count, (128 << 10) / max(1, products)))
    let stretches = (count + each - 1) / each
    if stretches <= 1 {
      if count > 0 { try body(0..<count) }
      return
    }
    try Workers.run(stretches) { (number: Int) throws(Interrupted) in
      try Interrupt.check()
      try body(number * each..<min(count, (number + 1) * each))
    }
  }
}
