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
        last: max(0, min(7, outputs - 1 - output)), step: strides[1], positionStep: strides[3])
      eight.pack(count, into: target + output, pitch: run.blockCells, &poison)
    }
  }
}
