import Synchronization

/// A kernel gradient by Winograd's algorithm, F(3×3, 2×2), under way.
///
/// Forward multiplies transformed weights with transformed pixels; so the gradient of the
/// transformed weights is a product of the transformed upstream gradient and the same transformed
/// pixels, summed over the tiles, and that of the weights is Gᵀ m G of the sums m: 16 products a
/// tile instead of 36.
struct WinogradGradient: Sendable {
  private let tiling: WinogradTiling
  private let upstream: Cells
  private let images: Cells
  private let result: Cells
  /// How many stretches of blocks are summed apart: by the shapes only, so that the order in which
  /// terms are added does not depend on the threads.
  private let parts: Int
  private let channelRanges: Int
  private let outputRanges: Int
  private let zero: Float

  init(_ shape: WinogradShape, upstream: Cells, images: Cells, result: Cells) {
    let tiles = WinogradGradientShape.tiles
    tiling = WinogradTiling(shape, edge: 2, vectors: tiles / WinogradTiling.lanes)
    self.upstream = upstream
    self.images = images
    self.result = result
    channelRanges = Self.ranges(shape.channels, WinogradGradientShape.mostChannels)
    outputRanges = Self.ranges(shape.outputs, WinogradGradientShape.mostOutputs)
    // Some items for every thread; more where there is much to do, as sums of all tiles are added up
    // at the end, and because shorter sums are rounded less.
    let places = shape.groups * channelRanges * outputRanges
    parts = max(1, min(tiling.blocks, (tiling.blocks < Self.fewBlocks ? 2 : 8) / places))
    zero = Float(min(0, tiling.tiles))
  }

  private static var fewBlocks: Int { 32 }

  private static func ranges(_ count: Int, _ most: Int) -> Int { max(1, (count + most - 1) / most) }

  /// One thread's share of the sums.
  private struct Place {
    let channels: Range<Int>
    let outputs: Range<Int>
    let group: Int
  }

  private var places: Int { tiling.shape.groups * channelRanges * outputRanges }

  private func place(_ number: Int) -> Place {
    let shape = tiling.shape
    let (rest, output) = number.quotientAndRemainder(dividingBy: outputRanges)
    let (group, channel) = rest.quotientAndRemainder(dividingBy: channelRanges)
    let (c, o) = (shape.channels, shape.outputs)
    return Place(
      channels: channel * c / channelRanges..<(channel + 1) * c / channelRanges,
      outputs: output * o / outputRanges..<(output + 1) * o / outputRanges, group: group)
  }

  /// Cells of the sums' outputs: whole vectors.
  private var pitch: Int {
    let most = (tiling.shape.outputs + outputRanges - 1) / outputRanges
    return (most + 15) / 16 * 16
  }

  /// Rows of sums a point has: an even number of channels.
  private var rows: Int {
    let most = (tiling.shape.channels + channelRanges - 1) / channelRanges
    return (most + 1) / 2 * 2
  }

  private var sumCount: Int { tiling.points * rows * pitch }

  /// Computes the gradient.
  ///
  /// - Returns: whether it is finite everywhere.
  func compute() throws(Interrupted) -> Bool {
    let isFinite = Atomic<Bool>(true)
    let (count, places) = (sumCount, places)
    // Some channels of a place are transformed back at a time.
    let slices = (rows + Self.sliceRows - 1) / Self.sliceRows
    if parts == 1 {
      try Workers.run(places) { (number: Int) throws(Interrupted) in
        try Arena.withCells(count, of: Float.self) { (sums) throws(Interrupted) in
          let place = place(number)
          try add(0, place, to: sums)
          for slice in 0..<slices where !store(place, slice, sums, partStride: 0) {
            isFinite.store(false, ordering: .relaxed)
          }
        }
      }
      return isFinite.load(ordering: .relaxed)
    }
    try Arena.withCells(places * parts * count, of: Float.self) { (cells) throws(Interrupted) in
      let sums = SharedPlace(cells)
      try Workers.run(places * parts) { (number: Int) throws(Interrupted) in
        let (part, place) = number.quotientAndRemainder(dividingBy: places)
        try add(part, self.place(place), to: sums.pointer + number &* count)
      }
      try Workers.run(places * slices) { (number: Int) throws(Interrupted) in
        try Interrupt.check()
        let (place, slice) = number.quotientAndRemainder(dividingBy: slices)
        let first = sums.pointer + place &* count
        if !store(self.place(place), slice, first, partStride: places &* count) {
          isFinite.store(false, ordering: .relaxed)
        }
      }
    }
    return isFinite.load(ordering: .relaxed)
  }

  /// Sums the blocks of a part.
  private func add(
    _ part: Int, _ place: Place, to sums: UnsafeMutablePointer<Float>
  ) throws(Interrupted) {
    let (shape, pitch) = (tiling.shape, pitch)
    let channels = place.channels.count
    let (firstChannel, firstOutput) = (place.group * shape.channels, place.group * shape.outputs)
    let blocks = part * tiling.blocks / parts..<(part + 1) * tiling.blocks / parts
    let even = (channels + 1) / 2 * 2
    let upstreamStride = WinogradUpstream.pointStride(pitch: pitch)
    // The row of the channel that makes the number even may lie behind the last point.
    let pixelCount =
      tiling.points * (channels * WinogradGradientShape.tiles + 16) + WinogradGradientShape.tiles
    let upstreamCount = tiling.points * upstreamStride
    for block in blocks {
      try Interrupt.check()
      let input = WinogradInput(
        tiling, block: block,
        channels: firstChannel + place.channels.lowerBound..<firstChannel
          + place.channels.upperBound,
        of: images, pitch: WinogradGradientShape.tiles)
      let turned = WinogradUpstream(
        tiling, block: block,
        outputs: firstOutput + place.outputs.lowerBound..<firstOutput + place.outputs.upperBound,
        of: upstream, pitch: pitch)
      let lineCount = max(input.lineCount, WinogradUpstream.lineCount(pitch: pitch))
      Arena.withCells(pixelCount + upstreamCount + lineCount, of: Float.self) { pixels in
        let gradients = pixels + pixelCount
        let lines = gradients + upstreamCount
        input.run(into: pixels, lines: lines)
        turned.run(into: gradients, lines: lines)
        for point in 0..<tiling.points {
          WinogradGradientShape.add(
            WinogradGradientStep(
              pixels: UnsafePointer(pixels + point &* input.pointStride),
              upstream: UnsafePointer(gradients + point &* upstreamStride),
              sums: sums + point &* rows &* pitch, pitch: pitch,
              count: tiling.tiles(of: block).count, accumulates: block > blocks.lowerBound,
              zero: zero),
            channels: even)
        }
      }
    }
  }

  private static var sliceRows: Int { 16 }

  /// Adds the parts' sums up, and stores Gᵀ m G of some channels.
  ///
  /// - Returns: whether all is finite.
  private func store(
    _ place: Place, _ slice: Int, _ sums: UnsafePointer<Float>, partStride: Int
  ) -> Bool {
    let first = slice * Self.sliceRows
    let channels = first..<min(place.channels.count, first + Self.sliceRows)
    guard !channels.isEmpty else { return true }
    let pitch = pitch
    var check = FloatVector(repeating: 0)
    Arena.withCells(channels.count * 9 * pitch, of: Float.self) { taps in
      for channel in channels {
        for output in stride(from: 0, to: pitch, by: 16) {
          transform(
            sums + (channel &* pitch &+ output), partStride: partStride,
            into: taps + ((channel &- first) &* 9 &* pitch &+ output), &check)
        }
      }
      let (start, output) = (place.channels.lowerBound, place.group * tiling.shape.outputs)
      KernelGradientTarget<Float>(result, pitch: pitch).store(
        UnsafePointer(taps), start + channels.lowerBound..<start + channels.upperBound,
        outputs: output + place.outputs.lowerBound..<output + place.outputs.upperBound)
    }
    return check.lanes.sum() == 0
  }

  /// Gᵀ m G of one channel and a vector of outputs; the signs of the last row and column are turned.
  @inline(__always)
  private func transform(
    _ sums: UnsafePointer<Float>, partStride: Int, into taps: UnsafeMutablePointer<Float>,
    _ check: inout FloatVector
  ) {
    let step = rows &* pitch
    var half = InlineArray<12, FloatVector>(repeating: FloatVector(repeating: 0))
    for column in 0..<4 {
      var m = InlineArray<4, FloatVector>(repeating: FloatVector(repeating: 0))
      for row in 0..<4 {
        let source = sums + (row &* 4 &+ column) &* step
        m[row] = FloatVector(source)
        for part in 1..<max(1, parts) { m[row] = m[row] + FloatVector(source + part &* partStride) }
      }
      let line = Self.three(m[0], m[1], m[2], m[3])
      for row in 0..<3 { half[row &* 4 &+ column] = line[row] }
    }
    for row in 0..<3 {
      let line = Self.three(
        half[row &* 4], half[row &* 4 &+ 1], half[row &* 4 &+ 2], half[row &* 4 &+ 3])
      check = check + 0 * ((line[0] + line[1]) + line[2])
      for column in 0..<3 { line[column].store(taps + (row &* 3 &+ column) &* pitch) }
    }
  }

  /// Gᵀ of F(2, 3), the last number with its sign turned.
  @inline(__always)
  private static func three(
    _ m0: FloatVector, _ m1: FloatVector, _ m2: FloatVector, _ m3: FloatVector
  ) -> InlineArray<3, FloatVector> {
    let even = 0.5 * (m1 + m2)
    return [m0 + even, 0.5 * (m1 - m2), even - m3]
  }
}
