/// One sum of products under way.
struct Col2imProductRun<Element: TileCell>: @unchecked Sendable {
  let product: Col2imProduct
  /// Stretches of an image's output rows whose pixels are summed apart: by the shapes only.
  private let bands: Int
  /// Whether there is enough to do for several threads.
  private let isShared: Bool
  private let upstream: UnsafePointer<Element>
  private let kernel: UnsafePointer<Element>
  private let result: UnsafeMutablePointer<Element>
  /// Pixels of one phase in a row of scratch, and of all phases.
  private let phasePitch: Int
  private let rowPitch: Int

  init(_ product: Col2imProduct) {
    self.product = product
    let (rows, columns) = (product.rows, product.columns)
    let vectors = (rows.outputs * columns.outputs + Element.lanes - 1) / Element.lanes
    let images = product.upstream.sizes[0]
    let cycles =
      Double(vectors) * Double(product.taps) * Double(product.depth / 2 + 8)
      * Double(images * product.groups)
    isShared = cycles > 15_000
    bands =
      cycles > 60_000 && images * product.groups < 4
      ? max(1, min(8 / (images * product.groups), rows.outputs / 4)) : 1
    upstream =
      UnsafePointer(product.upstream.storage.pointer(Element.self)) + product.upstream.offset
    kernel = UnsafePointer(product.kernel.storage.pointer(Element.self)) + product.kernel.offset
    result = product.result.storage.pointer(Element.self) + product.result.offset
    let step = columns.outputStep
    phasePitch = (columns.span(columns.outputs) + step - 1) / step
    rowPitch = phasePitch * step
  }

  /// A stretch of one image's output rows, for one group.
  private struct Place {
    let image: Int
    let group: Int
    let rows: Range<Int>
  }

  private func place(_ number: Int, band: Int) -> Place {
    let (image, group) = number.quotientAndRemainder(dividingBy: product.groups)
    let outputs = product.rows.outputs
    return Place(
      image: image, group: group, rows: band * outputs / bands..<(band + 1) * outputs / bands)
  }

  /// Cells of scratch that a channel of a stretch takes at most.
  private var channelCells: Int {
    product.rows.span((product.rows.outputs + bands - 1) / bands) * rowPitch
  }

  /// Adds everything.
  func add() throws(Interrupted) {
    let places = product.upstream.sizes[0] * product.groups
    let count = product.groupChannels * channelCells
    if bands == 1 {
      let body = { @Sendable (number: Int) throws(Interrupted) in
        try Arena.withCells(count, of: Element.self) { (sums) throws(Interrupted) in
          try self.sum(self.place(number, band: 0), into: sums)
          for channel in 0..<self.product.groupChannels {
            self.spread(number, channel, UnsafePointer(sums), bandStride: count)
          }
        }
      }
      if isShared { return try Workers.run(places, body) }
      for number in 0..<places { try body(number) }
      return
    }
    try Arena.withCells(places * bands * count, of: Element.self) { (cells) throws(Interrupted) in
      let sums = SharedPlace(cells)
      try Workers.run(places * bands) { (item: Int) throws(Interrupted) in
        let (number, band) = item.quotientAndRemainder(dividingBy: bands)
        try sum(place(number, band: band), into: sums.pointer + item &* count)
      }
      try Workers.run(places * product.groupChannels) { (item: Int) throws(Interrupted) in
        try Interrupt.check()
        let (number, channel) = item.quotientAndRemainder(dividingBy: product.groupChannels)
        spread(
          number, channel, UnsafePointer(sums.pointer + number &* bands &* count),
          bandStride: count)
      }
    }
  }

  /// Sums what a stretch of outputs gives, in scratch.
  private func sum(
    _ place: Place, into sums: UnsafeMutablePointer<Element>
  ) throws(Interrupted) {
    let (lanes, taps, depth) = (Element.lanes, product.taps, product.depth)
    let positions = place.rows.count * product.columns.outputs
    let vectors = (positions + lanes - 1) / lanes
    let chunks = (vectors + TileShape.vectors - 1) / TileShape.vectors
    let widest = (vectors + chunks - 1) / chunks * lanes
    let matrix = product.kernel.strides
    let weights = kernel + place.group * depth * matrix[0]
    sums.update(repeating: 0, count: product.groupChannels * channelCells)
    let pieceCount = widest + 1
    try Arena.withCells(depth * widest + 8 * widest, of: Element.self) {
      (scratch) throws(Interrupted) in
      let tile = scratch + depth * widest
      try Arena.withCells(taps + 3 * pieceCount, of: Int.self) { (numbers) throws(Interrupted) in
        listTaps(numbers)
        for chunk in 0..<chunks {
          try Interrupt.check()
          let first = chunk * vectors / chunks * lanes
          let last = min(positions, (chunk + 1) * vectors / chunks * lanes)
          let width = (last - first + lanes - 1) / lanes * lanes
          let pieces = pieces(first..<last, into: numbers + taps)
          pack(place, first..<last, width: width, into: scratch)
          var tap = 0
          while tap < taps {
            if tap & 255 > 247 { try Interrupt.check() }
            let count = TileShape.multiply(
              rows: taps &- tap, vectors: width / lanes, depth: depth,
              weights + tap &* matrix[1], aRow: matrix[1], aStep: matrix[0],
              UnsafePointer(scratch), bStep: width, into: tile, cRow: width,
              end: TileEnd(accumulates: false))
            for row in 0..<count {
              add(tile + row &* width, pieces, to: sums + numbers[tap &+ row])
            }
            tap &+= count
          }
        }
      }
    }
  }

  /// Where each tap's pixels lie from those of the first one.
  private func listTaps(_ offsets: UnsafeMutablePointer<Int>) {
    let (rows, columns, step) = (product.rows, product.columns, product.columns.outputStep)
    var place = offsets
    for channel in 0..<product.groupChannels {
      for row in 0..<rows.taps {
        let start = channel * channelCells + row * rows.tapStep * rowPitch
        for column in 0..<columns.taps {
          let (across, phase) = (column * columns.tapStep).quotientAndRemainder(dividingBy: step)
          place[0] = start + phase * phasePitch + across
          place += 1
        }
      }
    }
  }

  /// The rows of outputs that some positions fall into: where each begins among the positions, how
  /// many it has, and where its first pixel lies.
  private func pieces(
    _ positions: Range<Int>, into numbers: UnsafeMutablePointer<Int>
  ) -> UnsafeBufferPointer<Int> {
    var count = 0
    var position = positions.lowerBound
    while position < positions.upperBound {
      let (row, column) = position.quotientAndRemainder(dividingBy: product.columns.outputs)
      let length = min(positions.upperBound - position, product.columns.outputs - column)
      numbers[count] = position - positions.lowerBound
      numbers[count + 1] = length
      numbers[count + 2] = row * product.rows.outputStep * rowPitch + column
      count += 3
      position += length
    }
    return UnsafeBufferPointer(start: numbers, count: count)
  }

  /// Copies some positions' gradients, output by output; behind them are zeros.
  private func pack(
    _ place: Place, _ positions: Range<Int>, width: Int,
    into target: UnsafeMutablePointer<Element>
  ) {
    let (u, columns) = (product.upstream.strides, product.columns.outputs)
    var source =
      upstream
      + (place.image * u[0] + place.group * product.depth * u[1] + place.rows.lowerBound * u[2])
    var target = target
    if u[3] == 1, u[2] == columns || product.rows.outputs == 1 {
      for _ in 0..<product.depth {
        VectorCopy.exactly(positions.count, source + positions.lowerBound, to: target)
        for cell in positions.count..<width { target[cell] = 0 }
        source += u[1]
        target += width
      }
      return
    }
    for _ in 0..<product.depth {
      var (row, column) = positions.lowerBound.quotientAndRemainder(dividingBy: columns)
      for cell in 0..<positions.count {
        target[cell] = source[row &* u[2] &+ column &* u[3]]
        column &+= 1
        if column == columns { (row, column) = (row &+ 1, 0) }
      }
      for cell in positions.count..<width { target[cell] = 0 }
      source += u[1]
      target += width
    }
  }

  /// Adds what one tap gives, row by row of outputs.
  @inline(__always)
  private func add(
    _ patch: UnsafePointer<Element>, _ pieces: UnsafeBufferPointer<Int>,
    to sums: UnsafeMutablePointer<Element>
  ) {
    var piece = 0
    while piece < pieces.count {
      Self.add(patch + pieces[piece], to: sums + pieces[piece &+ 2], count: pieces[piece &+ 1])
      piece &+= 3
    }
  }

  /// Adds cells that lie side by side.
  @inline(__always)
  private static func add(
    _ source: UnsafePointer<Element>, to target: UnsafeMutablePointer<Element>, count: Int
  ) {
    var place = 0
    while place &+ Element.lanes <= count {
      let sum = Element.add(Element.load(target + place), Element.load(source + place))
      Element.store(sum, target + place)
      place &+= Element.lanes
    }
    if place &+ 8 <= count {
      add(SIMD8<Element>.self, source + place, to: target + place)
      place &+= 8
    }
    if place &+ 4 <= count {
      add(SIMD4<Element>.self, source + place, to: target + place)
      place &+= 4
    }
    while place < count {
      target[place] += source[place]
      place &+= 1
    }
  }

  @inline(__always)
  private static func add<Vector: SIMD>(
    _: Vector.Type, _ source: UnsafePointer<Element>, to target: UnsafeMutablePointer<Element>
  ) where Vector.Scalar == Element {
    let a = UnsafeRawPointer(source).loadUnaligned(as: Vector.self)
    let b = UnsafeRawPointer(target).loadUnaligned(as: Vector.self)
    UnsafeMutableRawPointer(target).storeBytes(of: a + b, as: Vector.self)
  }

  /// Adds the sums of all stretches to one channel's pixels.
  ///
  /// - Parameters:
  ///   - number: of an image's group.
  ///   - bandStride: from the sums of a stretch to the next one's.
  private func spread(
    _ number: Int, _ channel: Int, _ sums: UnsafePointer<Element>, bandStride: Int
  ) {
    let (axis, strides) = (product.rows, product.result.strides)
    let first = place(number, band: 0)
    let plane =
      result
      + (first.image * strides[0] + (first.group * product.groupChannels + channel) * strides[1])
    for band in 0..<bands {
      let rows = place(number, band: band).rows
      let source = sums + (band * bandStride + channel * channelCells)
      let top = axis.origin + rows.lowerBound * axis.outputStep
      for row in max(0, top)..<max(0, top, min(axis.inputs, top + axis.span(rows.count))) {
        spreadRow(source + (row - top) * rowPitch, to: plane + row * strides[2])
      }
    }
  }

  /// Adds a row of phases to a row of pixels.
  @inline(__always)
  private func spreadRow(
    _ source: UnsafePointer<Element>, to target: UnsafeMutablePointer<Element>
  ) {
    let (axis, stride) = (product.columns, product.result.strides[3])
    let step = axis.outputStep
    for phase in 0..<step {
      let origin = axis.origin + phase
      // The first and the last place of the phase that is a pixel.
      let first = origin >= 0 ? 0 : (step - 1 - origin) / step
      let last = min(
        phasePitch, axis.inputs > origin ? (axis.inputs - origin + step - 1) / step : 0)
      let sums = source + phase * phasePitch
      if first >= last { continue }
      let pixels = target + (origin + first * step) * stride
      if step == 1, stride == 1 {
        Self.add(sums + first, to: pixels, count: last - first)
        continue
      }
      for place in 0..<last &- first { pixels[place &* step &* stride] += sums[first &+ place] }
    }
  }
}
