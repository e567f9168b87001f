/// The sums of channels over images and positions: the gradient of a bias.
public enum ChannelSum {
  /// Cells of a channel summed at a time, before they are added to those before.
  private static var blockLength: Int { 4096 }

  /// Below so many cells threads do not pay.
  private static var sharedCells: Int { 1 << 16 }

  /// Sums in f64, in an order that depends on the shapes alone.
  ///
  /// - Parameters:
  ///   - images: N×C×H×W.
  ///   - result: C numbers, of either type.
  /// - Returns: false, and nothing is written, unless every image's channels are without gaps.
  public static func compute(_ images: Cells, into result: Cells) throws(Interrupted) -> Bool {
    let (sizes, strides) = (images.sizes, images.strides)
    guard images.rank == 4, sizes[3] == 1 || strides[3] == 1,
      sizes[2] == 1 || strides[2] == sizes[3]
    else { return false }
    switch images.storage.elementType {
    case .f32: try compute(images, Float.self, result)
    case .f64: try compute(images, Double.self, result)
    }
    return true
  }

  private static func compute<S: Scalar>(
    _ images: Cells, _: S.Type, _ result: Cells
  ) throws(Interrupted) {
    let (count, channels) = (images.sizes[0], images.sizes[1])
    guard channels > 0 else { return }
    let cells = count * channels * images.sizes[2] * images.sizes[3]
    // Few channels are cut into parts of the batch, to keep the threads busy.
    let isShared = cells >= sharedCells
    let parts = isShared && channels < 16 ? max(1, min(count, 16 / channels)) : 1
    let each = isShared ? max(1, channels / 16) : channels
    let chunks = (channels + each - 1) / max(1, each)
    let partials = Scratch<Double>(count: parts * channels)
    try Workers.run(parts * chunks) { (number: Int) throws(Interrupted) in
      try Interrupt.check()
      let (part, chunk) = number.quotientAndRemainder(dividingBy: chunks)
      let batch = part * count / parts..<(part + 1) * count / parts
      for channel in chunk * each..<min(channels, (chunk + 1) * each) {
        partials.pointer[part * channels + channel] = try sum(images, S.self, channel, batch)
      }
    }
    result.storage.willWrite()
    switch result.storage.elementType {
    case .f32: store(partials.pointer, parts, into: result, Float.self)
    case .f64: store(partials.pointer, parts, into: result, Double.self)
    }
  }

  private static func store<R: Scalar>(
    _ partials: UnsafePointer<Double>, _ parts: Int, into result: Cells, _: R.Type
  ) {
    let target = result.storage.pointer(R.self) + result.offset
    let channels = result.sizes[0]
    for channel in 0..<channels {
      var sum = partials[channel]
      for part in 1..<max(1, parts) { sum += partials[part * channels + channel] }
      target[channel * result.strides[0]] = R(sum)
    }
  }

  /// Sums a channel over some images: four sums of eight lanes, so that none waits for the one
  /// before, which are added to those before them every so often.
  private static func sum<S: Scalar>(
    _ images: Cells, _: S.Type, _ channel: Int, _ batch: Range<Int>
  ) throws(Interrupted) -> Double {
    let length = images.sizes[2] * images.sizes[3]
    let first =
      UnsafePointer(images.storage.pointer(S.self))
      + (images.offset + channel * images.strides[1])
    var total = 0.0
    var sums = InlineArray<4, SIMD8<Double>>(repeating: .zero)
    var rest = 0.0
    var held = 0
    for image in batch {
      let plane = first + image * images.strides[0]
      var start = 0
      while start < length {
        let count = min(blockLength, length &- start)
        add(plane + start, count, to: &sums, &rest)
        start &+= count
        held &+= count
        guard held >= blockLength else { continue }
        try Interrupt.check()
        total += joined(sums) + rest
        sums = InlineArray(repeating: .zero)
        (rest, held) = (0, 0)
      }
    }
    return total + (joined(sums) + rest)
  }

  @inline(__always)
  private static func joined(_ sums: InlineArray<4, SIMD8<Double>>) -> Double {
    Double.laneSum((sums[0] + sums[1]) + (sums[2] + sums[3]))
  }

  @inline(__always)
  private static func add<S: Scalar>(
    _ cells: UnsafePointer<S>, _ count: Int, to sums: inout InlineArray<4, SIMD8<Double>>,
    _ rest: inout Double
  ) {
    var place = 0
    while place &+ 32 <= count {
      for quarter in 0..<4 { sums[quarter] += eight(cells + (place &+ 8 &* quarter)) }
      place &+= 32
    }
    while place &+ 8 <= count {
      sums[0] += eight(cells + place)
      place &+= 8
    }
    while place < count {
      rest += Double(cells[place])
      place &+= 1
    }
  }

  @inline(__always)
  private static func eight<S: Scalar>(_ cells: UnsafePointer<S>) -> SIMD8<Double> {
    SIMD8(
      Double(cells[0]), Double(cells[1]), Double(cells[2]), Double(cells[3]), Double(cells[4]),
      Double(cells[5]), Double(cells[6]), Double(cells[7]))
  }
}
