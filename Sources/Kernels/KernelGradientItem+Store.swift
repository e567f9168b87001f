/// From sums, which lie tap by tap, to the gradient, which may lie output by output.
extension KernelGradientItem {
  /// Stores the sums of all chunks.
  func storeAll() {
    let gradient = run.gradient
    var source = UnsafePointer(sums)
    for first in stride(from: 0, to: gradient.groupChannels, by: run.plan.chunkChannels) {
      let channels = first..<min(gradient.groupChannels, first + run.plan.chunkChannels)
      store(channels, source)
      source += blocks.count * run.sumRows(channels.count) * run.blockCells
    }
  }

  /// Stores the sums of one chunk.
  func store(_ channels: Range<Int>, _ sums: UnsafePointer<Element>) {
    let outputs = run.gradient.groupOutputs
    let target = KernelGradientTarget<Element>(run.gradient.result, pitch: run.blockCells)
    for block in blocks {
      let first = block * run.blockCells
      let rows = (block - blocks.lowerBound) * run.sumRows(channels.count)
      target.store(
        sums + rows * run.blockCells, channels,
        outputs: group * outputs + first..<group * outputs + min(outputs, first + run.blockCells))
    }
  }
}
