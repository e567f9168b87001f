import Kernels

/// Cells made of random numbers. What a block of them is made of is drawn first, and the loop over the
/// block is written out where it is needed: a closure would be called cell by cell.
extension Tensor {
  /// Calls `body` for block after block of the cells, with as many draws of 64 bits as it has.
  @inline(__always)
  func forEachBlock(
    drawingFrom random: inout RandomSource, _ body: (Range<Int>, Span<UInt64>) -> Void
  ) throws(TensorError) {
    try forEachBlock(of: 0 as UInt64, filledBy: { random.fill(&$0) }, body)
  }

  /// Calls `body` for block after block of the cells, with as many numbers of the standard normal
  /// distribution as it has.
  @inline(__always)
  func forEachBlock(
    drawingNormalsFrom random: inout RandomSource, _ body: (Range<Int>, Span<Double>) -> Void
  ) throws(TensorError) {
    var round = PolarRound(pairs: shape.count / 2 + 1)
    try forEachBlock(of: 0.0, filledBy: { random.fill(normal: &$0, by: &round) }, body)
  }

  @inline(__always)
  private func forEachBlock<Draw: BitwiseCopyable>(
    of zero: Draw, filledBy fill: (inout MutableSpan<Draw>) -> Void,
    _ body: (Range<Int>, Span<Draw>) -> Void
  ) throws(TensorError) {
    let blockLength = RandomStretches.blockLength
    var draws = [Draw](repeating: zero, count: min(shape.count, blockLength))
    for lower in stride(from: 0, to: shape.count, by: blockLength) {
      if lower & 0xFFFF == 0, Interrupt.isRequested { throw .interrupted }
      let count = min(shape.count - lower, blockLength)
      if count < draws.count { draws.removeLast(draws.count - count) }
      var block = draws.mutableSpan
      fill(&block)
      body(lower..<lower + count, draws.span)
    }
  }
}
