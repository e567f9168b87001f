/// What a thread needs to compute a kernel gradient's band, in one block.
struct KernelGradientScratch<Element: TileCell> {
  let upstream: UnsafeMutablePointer<Element>
  let input: UnsafeMutablePointer<Element>
  let positions: UnsafeMutablePointer<Int32>
  let offsets: UnsafeMutablePointer<Int>

  /// Lends a block of scratch.
  ///
  /// - Parameters:
  ///   - cells: of the upstream gradient and of the input; two vectors more may be written.
  @inline(__always)
  static func lend(
    cells: (upstream: Int, input: Int), positions: Int, offsets: Int,
    _ body: (KernelGradientScratch) throws(Interrupted) -> Void
  ) throws(Interrupted) {
    // Whole lines of cache, and one more between the parts.
    func byteCount(_ count: Int, _ size: Int) -> Int { (count * size + 63) / 64 * 64 + 128 }
    let size = MemoryLayout<Element>.stride
    let sizes = (
      byteCount(cells.upstream, size), byteCount(cells.input, size), byteCount(positions, 4)
    )
    let block = Arena.take(sizes.0 + sizes.1 + sizes.2 + byteCount(offsets, 8))
    defer { Arena.giveBack(block) }
    let start = block.address
    try body(
      KernelGradientScratch(
        upstream: start.assumingMemoryBound(to: Element.self),
        input: (start + sizes.0).assumingMemoryBound(to: Element.self),
        positions: (start + sizes.0 + sizes.1).assumingMemoryBound(to: Int32.self),
        offsets: (start + sizes.0 + sizes.1 + sizes.2).assumingMemoryBound(to: Int.self)))
  }
}
