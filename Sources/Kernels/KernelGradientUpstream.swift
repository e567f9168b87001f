/// The upstream gradient of some output rows, turned so that the outputs of a position lie side by
/// side: block by block of outputs, position by position.
struct KernelGradientUpstream<Element: TileCell> {
  private let run: KernelGradientRun<Element>
  private let group: Int
  private let blocks: Range<Int>

  init(_ run: KernelGradientRun<Element>, group: Int, blocks: Range<Int>) {
    self.run = run
    self.group = group
    self.blocks = blocks
  }

  private var gradient: KernelGradient { run.gradient }

  /// Turns a band of output rows, counted through all images.
  ///
  /// - Returns: false if there is NaN or infinity, and the window reads padding.
  func pack(_ band: Range<Int>, into target: UnsafeMutablePointer<Element>) -> Bool {
    let (width, strides) = (gradient.columns.outputs, gradient.upstream.strides)
    let isPlane = strides[3] == 1 && strides[2] == width
    var poison = SIMD8<Element>.zero
    var row = band.lowerBound
    while row < band.upperBound {
      let (image, first) = row.quotientAndRemainder(dividingBy: gradient.rows.outputs)
      // Rows of a plane without gaps are one row.
      let count = isPlane ? min(band.upperBound - row, gradient.rows.outputs - first) : 1
      let source = run.upstream + (image * strides[0] + first * strides[2])
      let place = (row - band.lowerBound) * width
      for block in blocks {
        let start = (block - blocks.lowerBound) * band.count * width + place
        pack(block, source, count * width, into: target + start * run.blockCells, &poison)
      }
      row += count
    }
    return !gradient.readsPadding || poison == .zero
  }

  /// Turns the outputs of a block at positions evenly apart.
  @inline(__always)
  private func pack(
    _ block: Int, _ source: UnsafePointer<Element>, _ count: Int,
    into target: UnsafeMutablePointer<Element>, _ poison: inout SIMD8<Element>
  ) {
    let strides = gradient.upstream.strides
    let first = block * run.blockCells
    let outputs = min(run.blockCells, gradient.groupOutputs - first)
    let start = source + (group * gradient.groupOutputs + first) * strides[1]
    for output in stride(from: 0, to: run.blockCells, by: 8) {
      // What no output needs is a copy of the last one.
      let eight = EightOutputs(
        start: start + min(output, outputs - 1) * strides[1],
        last: max(0, min(7, outputs - 1 - output)), step: strides[1],
        positionStep: strides[3], end: run.upstreamEnd)
      eight.pack(count, into: target + output, pitch: run.blockCells, &poison)
    }
  }
}

/// Eight outputs' gradients, side by side in scratch.
private struct EightOutputs<Element: TileCell> {
  let start: UnsafePointer<Element>
  /// The last of them that exists.
  let last: Int
  let step: Int
  let positionStep: Int
  let end: UnsafePointer<Element>

  @inline(__always)
  func pack(
    _ count: Int, into target: UnsafeMutablePointer<Element>, pitch: Int,
    _ poison: inout SIMD8<Element>
  ) {
    var place = 0
    if positionStep == 1 {
      while place &+ 8 <= count {
        var block = InlineArray<8, SIMD8<Element>>(repeating: .zero)
        for output in 0..<8 {
          block[output] = load(start + (min(output, last) &* step &+ place))
          poison += block[output] * 0
        }
        let turned = VectorCopy.transpose(block)
        for l in 0..<8 { store(turned[l], target + (place &+ l) &* pitch) }
        place &+= 8
      }
    } else if step == 1, last == 7 {
      while place < count {
        let cells = load(start + place &* positionStep)
        poison += cells * 0
        store(cells, target + place &* pitch)
        place &+= 1
      }
    }
    while place < count {
      var cells = SIMD8<Element>.zero
      for output in 0..<8 {
        cells[output] = start[min(output, last) &* step &+ place &* positionStep]
      }
      poison += cells * 0
      store(cells, target + place &* pitch)
      place &+= 1
    }
  }

  @inline(__always)
  private func load(_ place: UnsafePointer<Element>) -> SIMD8<Element> {
    UnsafeRawPointer(place).loadUnaligned(as: SIMD8<Element>.self)
  }

  @inline(__always)
  private func store(_ cells: SIMD8<Element>, _ place: UnsafeMutablePointer<Element>) {
    UnsafeMutableRawPointer(place).storeBytes(of: cells, as: SIMD8<Element>.self)
  }
}
