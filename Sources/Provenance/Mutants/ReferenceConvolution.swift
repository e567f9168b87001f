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

  /// The upstream gradient as O rows, a column a patch.
  private func rows(_ steps: ReferenceSteps) -> [[Double]] {
    (0..<sizes.outputs).map { output in
      (0..<sizes.images * sizes.positions).map { column in
        let (image, position) = column.quotientAndRemainder(dividingBy: sizes.positions)
        return upstream[steps.upstream(image, output, position, sizes)]
      }
    }
  }

  /// Every cell of Wᵀ·u is added to the padded pixel that its tap read; the padding is cut off.
  private func inputByColumns(_ steps: ReferenceSteps) throws -> ReferenceGradient {
    let window = sizes.window
    let rows = rows(steps)
    let taps = window.kernel.rows * window.kernel.columns
    var images = PaddedImages([
      sizes.images, sizes.channels, steps.padded(window.rows), steps.padded(window.columns),
    ])
    for column in 0..<sizes.images * sizes.positions {
      try Interrupt.check()
      let target = steps.patch(column, sizes)
      let start = steps.start(target.position, window)
      for channel in 0..<sizes.channels {
        let (group, ownChannel) = channel.quotientAndRemainder(dividingBy: sizes.groupChannels)
        for tap in 0..<taps {
          var sum = 0.0
          for output in group * sizes.groupOutputs..<(group + 1) * sizes.groupOutputs {
            sum +=
              kernel[(output * sizes.groupChannels + ownChannel) * taps + tap]
              * rows[output][column]
          }
          try images.update(
            target.image, channel,
            start.row + tap / window.kernel.columns * window.dilation.rows,
            start.column + tap % window.kernel.columns * window.dilation.columns
          ) { steps.add($0, sum) }
        }
      }
    }
    let result = images.cropped(to: steps.crop(images.sizes, window))
    return ReferenceGradient(sizes: result.sizes, cells: result.cells)
  }

  /// Σ u[n, o, p] · x[n, c, what the tap reads at p].
  private func kernelGradient(_ steps: ReferenceSteps) throws -> ReferenceGradient {
    let taps = sizes.window.kernel
    let rows = rows(steps)
    let pixels = pixelsOfTaps
    let scale = steps.kernelScale(sizes)
    var result = ReferenceGradient(
      sizes: [sizes.outputs, sizes.groupChannels, taps.rows, taps.columns], cells: [])
    for output in 0..<sizes.outputs {
      try Interrupt.check()
      for ownChannel in 0..<sizes.groupChannels {
        let channel = output / sizes.groupOutputs * sizes.groupChannels + ownChannel
        for places in pixels {
          var sum = 0.0
          for column in rows[output].indices {
            let (image, position) = column.quotientAndRemainder(dividingBy: sizes.positions)
            guard let pixel = places[position] else { continue }
            sum += rows[output][column] * input[(image * sizes.channels + channel) * plane + pixel]
          }
          result.cells.append(sum * scale)
        }
      }
    }
    return result
  }

  /// How many pixels a channel has.
  private var plane: Int { sizes.window.input.rows * sizes.window.input.columns }

  /// For each tap the pixel that it reads at every position; nil in the padding.
  private var pixelsOfTaps: [[Int?]] {
    let window = sizes.window
    return (0..<window.kernel.rows * window.kernel.columns).map { tap in
      (0..<sizes.positions).map { position in
        let place = window.place(
          outputRow: position / window.output.columns,
          outputColumn: position % window.output.columns, tapRow: tap / window.kernel.columns,
          tapColumn: tap % window.kernel.columns)
        guard case .inside(let row, let column) = place else { return nil }
        return row * window.input.columns + column
      }
    }
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
