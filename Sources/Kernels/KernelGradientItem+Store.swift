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
    let (gradient, strides) = (run.gradient, run.gradient.result.strides)
    let taps = channels.count * gradient.channelTaps
    let isRow =
      (gradient.columns.taps == 1 || strides[3] == 1)
      && (gradient.rows.taps == 1 || strides[2] == gradient.columns.taps)
      && (gradient.groupChannels == 1 || strides[1] == gradient.channelTaps)
    for block in blocks {
      let first = block * run.blockCells
      let outputs = min(run.blockCells, gradient.groupOutputs - first)
      let source =
        sums + (block - blocks.lowerBound) * run.sumRows(channels.count) * run.blockCells
      let target =
        run.result
        + ((group * gradient.groupOutputs + first) * strides[0]
          + channels.lowerBound * strides[1])
      if isRow {
        storeRows(source, taps: taps, outputs: outputs, into: target)
      } else {
        storeCells(source, channels.count, outputs: outputs, into: target)
      }
    }
  }

  /// Stores where the taps of an output lie side by side.
  private func storeRows(
    _ source: UnsafePointer<Element>, taps: Int, outputs: Int,
    into target: UnsafeMutablePointer<Element>
  ) {
    let step = run.gradient.result.strides[0]
    let pitch = run.blockCells
    for output in stride(from: 0, to: outputs, by: 8) {
      let count = min(8, outputs - output)
      let row = target + output * step
      var tap = 0
      while tap &+ 8 <= taps {
        var block = InlineArray<8, SIMD8<Element>>(repeating: .zero)
        for l in 0..<8 {
          block[l] = UnsafeRawPointer(source + ((tap &+ l) &* pitch &+ output))
            .loadUnaligned(as: SIMD8<Element>.self)
        }
        let turned = VectorCopy.transpose(block)
        for l in 0..<count {
          UnsafeMutableRawPointer(row + (l &* step &+ tap))
            .storeBytes(of: turned[l], as: SIMD8<Element>.self)
        }
        tap &+= 8
      }
      while tap < taps {
        for l in 0..<count { row[l &* step &+ tap] = source[tap &* pitch &+ output &+ l] }
        tap &+= 1
      }
    }
  }

  /// Stores wherever the cells lie.
  private func storeCells(
    _ source: UnsafePointer<Element>, _ channels: Int, outputs: Int,
    into target: UnsafeMutablePointer<Element>
  ) {
    let (gradient, strides) = (run.gradient, run.gradient.result.strides)
    var sums = source
    for channel in 0..<channels {
      for row in 0..<gradient.rows.taps {
        for column in 0..<gradient.columns.taps {
          let place =
            target + (channel &* strides[1] &+ row &* strides[2] &+ column &* strides[3])
          for output in 0..<outputs { place[output &* strides[0]] = sums[output] }
          sums += run.blockCells
        }
      }
    }
  }
}
