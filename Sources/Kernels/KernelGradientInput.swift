/// The pixels that a band of output rows reads: where they lie in the input, or between zeros in
/// scratch.
///
/// Scratch holds, for each image that has some of the rows, all input rows from the first to the
/// last one read, with the padding's columns. The channels lie outermost, or innermost where the
/// input's do.
struct KernelGradientInput<Element: TileCell> {
  private let run: KernelGradientRun<Element>
  /// Output rows, counted through all images.
  private let band: Range<Int>
  private let rowStep: Int
  private let columnStep: Int
  private let isInterleaved: Bool
  /// Input rows of all images together.
  private let height: Int
  private let line: PaddedLine<Element>

  init(_ run: KernelGradientRun<Element>, _ band: Range<Int>) {
    let (gradient, strides) = (run.gradient, run.gradient.input.strides)
    self.run = run
    self.band = band
    line = PaddedLine(gradient.columns, columnStride: strides[3], end: run.inputEnd)
    isInterleaved = strides[1] == 1 && strides[3] != 1
    var height = 0
    Self.forEachImage(of: band, gradient.rows) { _, rows in
      height += gradient.rows.span(rows.count)
    }
    self.height = height
    if run.plan.readsInput {
      (rowStep, columnStep) = (strides[2], strides[3])
    } else {
      columnStep = isInterleaved ? run.plan.chunkChannels : 1
      rowStep = line.pitch * columnStep
    }
  }

  private var gradient: KernelGradient { run.gradient }

  /// Calls `body` with each image that has some of the rows, and these.
  @inline(__always)
  private static func forEachImage(
    of band: Range<Int>, _ axis: AxisSteps, _ body: (Int, Range<Int>) -> Void
  ) {
    var row = band.lowerBound
    while row < band.upperBound {
      let (image, first) = row.quotientAndRemainder(dividingBy: axis.outputs)
      let count = min(band.upperBound - row, axis.outputs - first)
      body(image, first..<first + count)
      row += count
    }
  }

  /// Writes where the first tap of every position of the band lies.
  func writePositions(_ positions: UnsafeMutablePointer<Int32>) {
    let columns = gradient.columns
    let step = Int32(truncatingIfNeeded: columns.outputStep &* columnStep)
    var target = positions
    forEachImage { image, rows, start in
      for row in 0..<rows.count {
        var place = Int32(truncatingIfNeeded: start + row * gradient.rows.outputStep * rowStep)
        for column in 0..<columns.outputs {
          target[column] = place
          place &+= step
        }
        target += columns.outputs
      }
    }
  }

  /// Calls `body` with each image of the band, its rows, and where the first tap of the first of
  /// them lies.
  @inline(__always)
  private func forEachImage(_ body: (Int, Range<Int>, Int) -> Void) {
    let (rows, strides) = (gradient.rows, gradient.input.strides)
    let first = band.lowerBound / rows.outputs
    var scratchRow = 0
    Self.forEachImage(of: band, rows) { image, part in
      let start =
        run.plan.readsInput
        ? (image - first) * strides[0] + part.lowerBound * rows.outputStep * rowStep
        : scratchRow * rowStep
      body(image, part, start)
      scratchRow += rows.span(part.count)
    }
  }

  /// Writes where each tap of so many channels lies from the first one; whole tiles are filled up.
  ///
  /// - Returns: how many places were written.
  func writeOffsets(_ offsets: UnsafeMutablePointer<Int>, channels: Int) -> Int {
    let (rows, columns) = (gradient.rows, gradient.columns)
    let channelStep =
      run.plan.readsInput
      ? gradient.input.strides[1] : isInterleaved ? 1 : height * line.pitch
    var count = 0
    for channel in 0..<channels {
      for row in 0..<rows.taps {
        let place = channel * channelStep + row * rows.tapStep * rowStep
        for column in 0..<columns.taps {
          offsets[count] = place + column * columns.tapStep * columnStep
          count += 1
        }
      }
    }
    let whole = run.sumRows(channels)
    while count < whole {
      offsets[count] = offsets[count - 1]
      count += 1
    }
    return whole
  }

  /// The pixel from which positions and offsets count, for some channels of a group; it fills the
  /// scratch unless the input is read where it lies.
  func pixels(
    _ group: Int, _ channels: Range<Int>, _ scratch: UnsafeMutablePointer<Element>
  ) -> UnsafePointer<Element> {
    let strides = gradient.input.strides
    let first = run.input + (group * gradient.groupChannels + channels.lowerBound) * strides[1]
    if run.plan.readsInput {
      return first
        + (band.lowerBound / gradient.rows.outputs * strides[0]
          + gradient.rows.origin * strides[2] + gradient.columns.origin * strides[3])
    }
    if isInterleaved {
      fillInterleaved(first, channels.count, scratch)
    } else {
      fill(first, channels.count, scratch)
    }
    return UnsafePointer(scratch)
  }

  /// Copies channel after channel.
  private func fill(
    _ first: UnsafePointer<Element>, _ channels: Int, _ scratch: UnsafeMutablePointer<Element>
  ) {
    let strides = gradient.input.strides
    var target = scratch
    for channel in 0..<channels {
      forEachImage { image, rows, _ in
        let source = first + (image * strides[0] + channel * strides[1])
        forEachInputRow(of: rows) { row in
          line.fill(row.map { source + $0 * strides[2] }, target)
          target += line.pitch
        }
      }
    }
  }

  /// Calls `body` with every input row that some output rows read; nil is padding.
  @inline(__always)
  private func forEachInputRow(of rows: Range<Int>, _ body: (Int?) -> Void) {
    let axis = gradient.rows
    let first = axis.origin + rows.lowerBound * axis.outputStep
    for row in first..<first + axis.span(rows.count) {
      body(row >= 0 && row < axis.inputs ? row : nil)
    }
  }

  /// Copies pixel after pixel, the channels side by side.
  private func fillInterleaved(
    _ first: UnsafePointer<Element>, _ channels: Int, _ scratch: UnsafeMutablePointer<Element>
  ) {
    let strides = gradient.input.strides
    let (before, inside, after) = (line.first.before, line.first.inside, line.first.after)
    var target = scratch
    forEachImage { image, rows, _ in
      forEachInputRow(of: rows) { row in
        guard let row else {
          VectorCopy.zeros(target, count: rowStep)
          target += rowStep
          return
        }
        VectorCopy.zeros(target, count: before &* columnStep)
        target += before &* columnStep
        var source =
          first
          + (image * strides[0] + row * strides[2]
            + line.first.pixel * strides[3])
        for _ in 0..<inside {
          VectorCopy.run(source, to: target, count: channels, end: run.inputEnd)
          target += columnStep
          source += strides[3]
        }
        VectorCopy.zeros(target, count: after &* columnStep)
        target += after &* columnStep
      }
    }
  }
}
