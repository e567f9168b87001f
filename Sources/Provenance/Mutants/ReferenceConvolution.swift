import Kernels
import Windows

/// A convolution's gradients in plain loops, one for each decision that can be got wrong.
///
/// It is slow, and never what `backward` runs: it exists to be read, and to be changed by mutants.
struct ReferenceConvolution {
  let sizes: ReferenceSizes
  /// N×C×H×W.
  let input: [Double]
  /// O×(C/groups)×kh×kw.
  let kernel: [Double]
  /// N×O×oh×ow.
  let upstream: [Double]

  /// One of the gradients, each decision made as `steps` say.
  ///
  /// - Throws: `MutantFlaw` where the code would have crashed, or `Interrupted`.
  func gradient(_ which: MutatedGradient, _ steps: ReferenceSteps) throws -> ReferenceGradient {
    switch which {
    case .inputByColumns: try inputByColumns(steps)
    case .inputByCorrelation: try inputByCorrelation(steps)
    case .kernel: try kernelGradient(steps)
    case .bias: biasGradient(steps)
    }
  }

  private func weight(_ output: Int, _ channel: Int, _ tapRow: Int, _ tapColumn: Int) -> Double {
    let taps = sizes.window.kernel
    return kernel[
      ((output * sizes.groupChannels + channel) * taps.rows + tapRow) * taps.columns + tapColumn]
  }

  /// Every cell of Wᵀ·u is added to the padded pixel that its tap read; the padding is cut off.
  private func inputByColumns(_ steps: ReferenceSteps) throws -> ReferenceGradient {
    let window = sizes.window
    var images = PaddedImages([
      sizes.images, sizes.channels, steps.padded(window.rows), steps.padded(window.columns),
    ])
    for column in 0..<sizes.images * sizes.positions {
      try Interrupt.check()
      let (image, position) = (column / sizes.positions, column % sizes.positions)
      let target = steps.patch(column, sizes)
      let start = steps.start(target.position, window)
      for channel in 0..<sizes.channels {
        let (group, ownChannel) = channel.quotientAndRemainder(dividingBy: sizes.groupChannels)
        for tapRow in 0..<window.kernel.rows {
          for tapColumn in 0..<window.kernel.columns {
            var sum = 0.0
            for output in group * sizes.groupOutputs..<(group + 1) * sizes.groupOutputs {
              sum +=
                weight(output, ownChannel, tapRow, tapColumn)
                * upstream[steps.upstream(image, output, position, sizes)]
            }
            try images.update(
              target.image, channel, start.row + tapRow * window.dilation.rows,
              start.column + tapColumn * window.dilation.columns
            ) { steps.add($0, sum) }
          }
        }
      }
    }
    let result = images.cropped(to: steps.crop(images.sizes, window))
    return ReferenceGradient(sizes: result.sizes, cells: result.cells)
  }

  /// Σ u[n, o, p] · x[n, c, what the tap reads at p].
  private func kernelGradient(_ steps: ReferenceSteps) throws -> ReferenceGradient {
    let window = sizes.window
    let taps = window.kernel
    var result = ReferenceGradient(
      sizes: [sizes.outputs, sizes.groupChannels, taps.rows, taps.columns], cells: [])
    let scale = steps.kernelScale(sizes)
    for output in 0..<sizes.outputs {
      try Interrupt.check()
      for ownChannel in 0..<sizes.groupChannels {
        let channel = output / sizes.groupOutputs * sizes.groupChannels + ownChannel
        for tapRow in 0..<taps.rows {
          for tapColumn in 0..<taps.columns {
            var sum = 0.0
            for image in 0..<sizes.images {
              for position in 0..<sizes.positions {
                let place = window.place(
                  outputRow: position / window.output.columns,
                  outputColumn: position % window.output.columns, tapRow: tapRow,
                  tapColumn: tapColumn)
                guard case .inside(let row, let column) = place else { continue }
                let pixel =
                  ((image * sizes.channels + channel) * window.input.rows + row)
                  * window.input.columns + column
                sum += upstream[steps.upstream(image, output, position, sizes)] * input[pixel]
              }
            }
            result.cells.append(sum * scale)
          }
        }
      }
    }
    return result
  }

  /// The upstream gradient summed over all but the output channels.
  private func biasGradient(_ steps: ReferenceSteps) -> ReferenceGradient {
    let count = steps.sumsBiasOverImages ? sizes.outputs : sizes.images
    var result = ReferenceGradient(sizes: [count], cells: Array(repeating: 0, count: count))
    for image in 0..<sizes.images {
      for output in 0..<sizes.outputs {
        for position in 0..<sizes.positions {
          result.cells[steps.sumsBiasOverImages ? output : image] +=
            upstream[steps.upstream(image, output, position, sizes)]
        }
      }
    }
    return result
  }
}
