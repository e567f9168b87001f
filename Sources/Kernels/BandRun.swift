/// One convolution over bands under way.
struct BandRun<Element: TileCell>: @unchecked Sendable {
  /// The first image's first pixel, and the end of the block.
  let pixels: BandSource<Element>
  let imageStride: Int
  let images: Int
  let weights: UnsafePointer<Element>
  let weightStep: Int
  let bias: UnsafePointer<Element>?
  let biasStep: Int
  let result: UnsafeMutablePointer<Element>
  let resultStrides: SIMD8<Int>
  let groups: Int
  let outputs: Int
  let plan: BandPlan
  let band: Band
  let activation: BandActivation?

  init(
    _ images: Cells, _ kernels: Cells, bias: Cells?, into result: Cells, groups: Int,
    rows: BandAxis, columns: BandAxis, plan: BandPlan, activation: BandActivation? = nil
  ) {
    self.activation = activation
    pixels = BandSource(images, image: 0)
    imageStride = images.strides[0]
    self.images = images.sizes[0]
    weights = UnsafePointer(kernels.storage.pointer(Element.self)) + kernels.offset
    weightStep = kernels.strides[0]
    self.bias = bias.map { UnsafePointer($0.storage.pointer(Element.self)) + $0.offset }
    biasStep = bias?.strides[0] ?? 0
    self.result = result.storage.pointer(Element.self) + result.offset
    resultStrides = result.strides
    self.groups = groups
    outputs = kernels.sizes[0] / groups
    self.plan = plan
    band = Band(
      rows: rows, columns: columns, channels: images.sizes[1] / groups, outputRows: plan.rows,
      outputColumns: plan.columns, sharesPadding: plan.arrangement == .flat)
  }

  private var depth: Int { band.channels &* band.rows.taps.count &* band.columns.taps.count }
  /// As long as those of a matrix product.
  private var round: Int {
    let rounds = max(1, (depth &+ 383) / 384)
    return (depth &+ rounds &- 1) / rounds
  }

  private var bands: Int { (band.rows.outputs + plan.rows - 1) / plan.rows }
  private var blocks: Int { (band.columns.outputs + plan.columns - 1) / plan.columns }

  /// Computes the result.
  func compute() throws(Interrupted) {
    try Interrupt.check()
    try Arena.withCells(depth + 4, of: Int32.self) { (offsets) throws(Interrupted) in
      if plan.isInPlace {
        listOffsetsInPlace(into: offsets)
      } else {
        band.listOffsets(into: offsets)
      }
      let end = UnsafeMutableRawPointer(offsets + (depth + 1) / 2 * 2)
      let zero = end.bindMemory(to: Element.self, capacity: 1)
      zero.initialize(to: 0)
      try compute(Table(offsets: offsets, zero: zero))
    }
  }

  /// The taps' distances, which all threads read.
  struct Table: @unchecked Sendable {
    let offsets: UnsafePointer<Int32>
    /// Stands for a bias where there is none.
    let zero: UnsafePointer<Element>
  }

  private func compute(_ table: Table) throws(Interrupted) {
    let pieces = images * groups * bands * blocks * plan.parts
    let products = Double(plan.rows * plan.columns * depth) * Double(outputs) / Double(plan.parts)
    let nanoseconds = products / (Element.lanes == 16 ? 100 : 50) + 50
    if Double(pieces) * nanoseconds < 7_000 || Workers.threadCount == 1 {
      try computePieces(0..<pieces, nanoseconds: nanoseconds, table)
      return
    }
    // Groups of pieces that are worth a thread's while.
    let group = max(pieces / 64, min(Int(10_000 / nanoseconds), pieces / 4), 1)
    let threads = Workers.threadCount
    // As many for each thread, where there are few.
    let shares = ((pieces + group - 1) / group + threads - 1) / threads * threads
    let groups = min(pieces, shares)
    try Workers.run(groups) { (index: Int) throws(Interrupted) in
      try computePieces(
        index * pieces / groups..<(index + 1) * pieces / groups, nanoseconds: nanoseconds, table)
    }
  }

  /// Computes some pieces, each of which takes about so long, with one block of scratch.
  private func computePieces(
    _ pieces: Range<Int>, nanoseconds: Double, _ table: Table
  ) throws(Interrupted) {
    if plan.isInPlace {
      try forEach(pieces, nanoseconds: nanoseconds) {
        (place, source, isNext) throws(Interrupted) in
        let pitch = band.rows.step &* source.rowStride
        let start = source.start + (place.rows.lowerBound &* pitch &+ place.columns.lowerBound)
        try compute(place, start, pitch: pitch, table)
      }
      return
    }
    try Arena.withCells(band.count + 2 * Element.lanes, of: Element.self) {
      (cells) throws(Interrupted) in
      try forEach(pieces, nanoseconds: nanoseconds) {
        (place, source, isNext) throws(Interrupted) in
        if isNext {
          band.fill(
            cells, from: source, outputRows: place.rows, outputColumns: place.columns)
        }
        try compute(place, UnsafePointer(cells), pitch: band.pitch, table)
      }
    }
  }

  /// Calls `body` with each piece, the image and group it reads, and whether they are other ones than
  /// the piece's before: parts of the outputs follow one another on the same band.
  @inline(__always)
  private func forEach(
    _ pieces: Range<Int>, nanoseconds: Double,
    _ body: (BandPiece, BandSource<Element>, Bool) throws(Interrupted) -> Void
  ) throws(Interrupted) {
    var sinceLook = 0.0
    for piece in pieces {
      sinceLook += nanoseconds
      if sinceLook > 100_000 {
        try Interrupt.check()
        sinceLook = 0
      }
      let place = place(ofPiece: piece)
      let channel = place.group &* band.channels
      let isNext = piece == pieces.lowerBound || piece % plan.parts == 0
      try body(
        place, pixels.advanced(place.image &* imageStride &+ channel &* pixels.channelStride),
        isNext)
    }
  }

  /// Computes a piece's outputs from its band.
  private func compute(
    _ place: BandPiece, _ cells: UnsafePointer<Element>, pitch: Int, _ table: Table
  ) throws(Interrupted) {
    let (rows, width) = (place.rows.count, place.columns.count)
    let isGapless = pitch == width && resultStrides[2] == width
    let isOne = isGapless || plan.arrangement != .rows
    let length = isOne ? (rows &- 1) &* pitch &+ width : width
    let strides = resultStrides
    let first = place.group &* outputs &+ place.outputs.lowerBound
    let channels = BandChannels(
      weights: weights + first &* weightStep, weightStep: weightStep,
      bias: bias.map { $0 + first &* biasStep } ?? table.zero, biasStep: biasStep)
    let plane = place.image &* strides[0] &+ first &* strides[1]
    let target =
      result
      + (plane &+ place.rows.lowerBound &* strides[2] &+ place.columns.lowerBound &* strides[3])
    let isDirect = strides[3] == 1 && length >= Element.lanes && (isGapless || !isOne)
    let segments = isOne ? 1 : rows
    let room = (length &+ Element.lanes &- 1) / Element.lanes &* Element.lanes
    let sweep = BandSweep(
      cells: cells, offsets: table.offsets, depth: depth, round: round,
      taps: band.rows.taps.count &* band.columns.taps.count, tapColumns: band.columns.taps.count,
      segments: segments,
      length: length,
      pitch: pitch, resultPitch: isDirect ? strides[2] : room,
      resultRow: isDirect ? strides[1] : room &* segments)
    if isDirect {
      try compute(place.outputs.count, sweep, channels) { (sweep, output, count) in
        sweep.run(
          rows: count, channels.advanced(output), into: target + output &* strides[1])
      }
      try activation?.run(on: place, output: first)
      return
    }
    // Through scratch cells, from which the outputs go where they belong.
    let height = BandSweep<Element>.mostRows
    try Arena.withCells(height &* sweep.resultRow, of: Element.self) {
      (sums) throws(Interrupted) in
      try compute(place.outputs.count, sweep, channels) { (sweep, output, count) in
        sweep.run(rows: count, channels.advanced(output), into: sums)
        for row in 0..<count {
          spread(
            UnsafePointer(sums) + row &* sweep.resultRow, pitch: isOne ? pitch : room, rows: rows,
            columns: width, to: target + (output &+ row) &* strides[1])
        }
      }
    }
    try activation?.run(on: place, output: first)
  }

  /// Calls `body` for every tile's height of channels, with a look at the flag where it takes long.
  @inline(__always)
  private func compute(
    _ outputs: Int, _ sweep: BandSweep<Element>, _ channels: BandChannels<Element>,
    _ body: (BandSweep<Element>, Int, Int) -> Void
  ) throws(Interrupted) {
    let height = BandSweep<Element>.mostRows
    let isLong = sweep.depth &* sweep.length &* sweep.segments > 20_000
    for output in stride(from: 0, to: outputs, by: height) {
      if isLong { try Interrupt.check() }
      body(sweep, output, min(height, outputs - output))
    }
  }

  /// Copies rows of outputs to their places in the result.
  @inline(__always)
  private func spread(
    _ sums: UnsafePointer<Element>, pitch: Int, rows: Int, columns: Int,
    to target: UnsafeMutablePointer<Element>
  ) {
    let (rowStride, columnStride) = (resultStrides[2], resultStrides[3])
    for row in 0..<rows {
      let (source, target) = (sums + row &* pitch, target + row &* rowStride)
      if columnStride == 1 {
        VectorCopy.exactly(columns, source, to: target)
      } else {
        for column in 0..<columns { target[column &* columnStride] = source[column] }
      }
    }
  }

  /// The taps' distances in the images themselves.
  private func listOffsetsInPlace(into table: UnsafeMutablePointer<Int32>) {
    var next = 0
    let (rows, columns) = (band.rows, band.columns)
    for channel in 0..<band.channels {
      for down in rows.taps {
        let row = rows.planes[down.plane].firstPixel &+ down.shift &* rows.step
        for across in columns.taps {
          let column = columns.planes[across.plane].firstPixel &+ across.shift
          table[next] = Int32(
            truncatingIfNeeded: channel &* pixels.channelStride &+ row &* pixels.rowStride &+ column
          )
          next &+= 1
        }
      }
    }
  }
}

/// Which outputs a piece of work computes.
struct BandPiece {
  let image: Int
  let group: Int
  let rows: Range<Int>
  let columns: Range<Int>
  let outputs: Range<Int>
}

extension BandRun {
  /// The outputs of a piece, by its number.
  @inline(__always)
  private func place(ofPiece piece: Int) -> BandPiece {
    let (inParts, part) = piece.quotientAndRemainder(dividingBy: plan.parts)
    let (inColumns, block) = inParts.quotientAndRemainder(dividingBy: blocks)
    let (inRows, row) = inColumns.quotientAndRemainder(dividingBy: bands)
    let (image, group) = inRows.quotientAndRemainder(dividingBy: groups)
    let height = BandSweep<Element>.mostRows
    let tiles = (outputs &+ height &- 1) / height
    // Rows are dealt out evenly, parts of the outputs by whole tiles.
    return BandPiece(
      image: image, group: group,
      rows: row &* band.rows.outputs / bands..<(row &+ 1) &* band.rows.outputs / bands,
      columns: block &* plan.columns..<min(band.columns.outputs, (block &+ 1) &* plan.columns),
      outputs: part &* tiles / plan.parts
        &* height..<min(outputs, (part &+ 1) &* tiles / plan.parts &* height))
  }
}
