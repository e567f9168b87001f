/// The work of one thread on a kernel gradient of few outputs: some channels of some images.
struct LineGradientItem<Element: TileCell> {
  let run: LineKernelGradient<Element>
  let images: Range<Int>
  /// Channels, counted through all groups.
  let channels: Range<Int>

  private var gradient: KernelGradient { run.gradient }

  /// Writes the sums of the channels: channels × outputs × taps.
  func compute(into sums: UnsafeMutablePointer<Element>) throws(Interrupted) {
    let (rows, lanes) = (gradient.rows, Element.lanes)
    let taps = run.tapsInTiles
    let inputCells = run.readsInput ? 0 : rows.span(run.bandRows) * run.line.pitch + lanes
    let columns = max(gradient.columns.outputs, lanes)
    let upstreamCells = run.readsUpstream ? 0 : run.bandRows * columns
    let vectorCells = gradient.groupOutputs * taps * lanes
    try KernelGradientScratch<Element>.lend(
      cells: (vectorCells + upstreamCells, inputCells), positions: 0, offsets: taps
    ) { (scratch) throws(Interrupted) in
      let pitch = run.readsInput ? gradient.input.strides[2] : run.line.pitch
      let rest = columns % lanes
      let mask = GradientLines<Element>.mask(zeros: rest == 0 ? 0 : lanes - rest)
      listOffsets(scratch.offsets, pitch: pitch)
      for channel in channels {
        let vectors = scratch.upstream
        for place in 0..<vectorCells { vectors[place] = 0 }
        for image in images {
          for first in stride(from: 0, to: rows.outputs, by: run.bandRows) {
            try Interrupt.check()
            let band = first..<min(rows.outputs, first + run.bandRows)
            let lines = GradientLines(
              input: pixels(image, channel, band, scratch.input), inputPitch: pitch,
              inputStep: rows.outputStep * pitch, upstream: UnsafePointer(vectors),
              upstreamPitch: gradient.upstream.strides[2], rows: band.count, columns: columns,
              sums: vectors, lastMask: mask)
            add(lines, image, channel, band, copy: vectors + vectorCells, scratch.offsets)
          }
        }
        store(vectors, into: sums + channel * gradient.groupOutputs * gradient.channelTaps)
      }
    }
  }

  /// Adds what a band of all outputs gives.
  private func add(
    _ first: GradientLines<Element>, _ image: Int, _ channel: Int, _ band: Range<Int>,
    copy: UnsafeMutablePointer<Element>, _ offsets: UnsafePointer<Int>
  ) {
    let u = gradient.upstream
    let group = channel / gradient.groupChannels
    var lines = first
    var source =
      UnsafePointer(u.storage.pointer(Element.self))
      + (u.offset + image * u.strides[0] + group * gradient.groupOutputs * u.strides[1]
        + band.lowerBound * u.strides[2])
    for _ in 0..<gradient.groupOutputs {
      lines.upstream = source
      if !run.readsUpstream {
        copyRows(source, band.count, columns: lines.columns, into: copy)
        lines.upstream = UnsafePointer(copy)
        lines.upstreamPitch = lines.columns
      }
      lines.add(
        tapRows: gradient.rows.taps, tapColumns: gradient.columns.taps, offsets: offsets,
        areNeighbours: gradient.hasNeighbouringTaps)
      lines.sums += run.tapsInTiles &* Element.lanes
      source += u.strides[1]
    }
  }

  /// Copies rows of the upstream gradient that are no vectors where they lie.
  private func copyRows(
    _ source: UnsafePointer<Element>, _ rows: Int, columns: Int,
    into copy: UnsafeMutablePointer<Element>
  ) {
    let strides = gradient.upstream.strides
    let width = gradient.columns.outputs
    for row in 0..<rows {
      let (from, target) = (source + row &* strides[2], copy + row &* columns)
      for column in 0..<width { target[column] = from[column &* strides[3]] }
      for column in width..<columns { target[column] = 0 }
    }
  }

  /// What the first tap of the band's first output reads; fills the scratch unless the input is read
  /// where it lies.
  private func pixels(
    _ image: Int, _ channel: Int, _ band: Range<Int>, _ scratch: UnsafeMutablePointer<Element>
  ) -> UnsafePointer<Element> {
    let x = gradient.input
    let plane =
      UnsafePointer(x.storage.pointer(Element.self))
      + (x.offset + image * x.strides[0] + channel * x.strides[1])
    let first = gradient.rows.origin + band.lowerBound * gradient.rows.outputStep
    if run.readsInput {
      return plane + (first * x.strides[2] + gradient.columns.origin * x.strides[3])
    }
    var target = scratch
    for row in first..<first + gradient.rows.span(band.count) {
      let isInside = row >= 0 && row < gradient.rows.inputs
      run.line.fill(isInside ? plane + row * x.strides[2] : nil, target)
      target += run.line.pitch
    }
    // A vector of columns that are none reads on.
    VectorCopy.zeros(target, count: Element.lanes)
    return UnsafePointer(scratch)
  }

  /// Where each tap reads for the first output, whole tiles of them.
  private func listOffsets(_ offsets: UnsafeMutablePointer<Int>, pitch: Int) {
    let (rows, columns) = (gradient.rows, gradient.columns)
    var count = 0
    for row in 0..<rows.taps {
      for column in 0..<columns.taps {
        let place =
          run.readsInput ? column * columns.tapStep : run.line.place(column * columns.tapStep)
        offsets[count] = row * rows.tapStep * pitch + place
        count += 1
      }
    }
    for place in count..<run.tapsInTiles { offsets[place] = offsets[count - 1] }
  }

  /// Adds up the lanes of all sums.
  private func store(
    _ vectors: UnsafePointer<Element>, into sums: UnsafeMutablePointer<Element>
  ) {
    var target = sums
    for output in 0..<gradient.groupOutputs {
      let first = vectors + output &* run.tapsInTiles &* Element.lanes
      for tap in 0..<gradient.channelTaps {
        let vector = UnsafeRawPointer(first + tap &* Element.lanes)
          .loadUnaligned(as: Element.Vector.self)
        target[tap] = Element.laneSum(vector)
      }
      target += gradient.channelTaps
    }
  }
}
