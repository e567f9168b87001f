import Kernels
import Windows

extension ReferenceConvolution {
  /// The upstream gradient, dilated and padded, correlated with the flipped kernel whose channels
  /// have changed places.
  func inputByCorrelation(_ steps: ReferenceSteps) throws -> ReferenceGradient {
    let window = sizes.window
    let source = try spread(steps)
    let rows = source.sizes[2] - window.rows.extent + 1
    let columns = source.sizes[3] - window.columns.extent + 1
    guard steps.transposesChannels || sizes.groupChannels == sizes.groupOutputs else {
      throw MutantFlaw.channels(kernel: sizes.groupChannels, upstream: sizes.groupOutputs)
    }
    var result = PaddedImages([sizes.images, sizes.channels, max(0, rows), max(0, columns)])
    for image in 0..<sizes.images {
      for channel in 0..<sizes.channels {
        try Interrupt.check()
        for row in 0..<max(0, rows) {
          for column in 0..<max(0, columns) {
            let sum = product(source, image, channel, row, column, steps)
            try result.update(image, channel, row, column) { _ in sum }
          }
        }
      }
    }
    return ReferenceGradient(sizes: result.sizes, cells: result.cells)
  }

  private func product(
    _ source: PaddedImages, _ image: Int, _ channel: Int, _ row: Int, _ column: Int,
    _ steps: ReferenceSteps
  ) -> Double {
    let window = sizes.window
    let taps = window.kernel
    let (group, ownChannel) = channel.quotientAndRemainder(dividingBy: sizes.groupChannels)
    var sum = 0.0
    for ownOutput in 0..<sizes.groupOutputs {
      let output = group * sizes.groupOutputs + ownOutput
      let first = steps.transposesChannels ? ownOutput : ownChannel
      let second = steps.transposesChannels ? ownChannel : ownOutput
      for tapRow in 0..<taps.rows {
        for tapColumn in 0..<taps.columns {
          let place =
            ((image * sizes.outputs + output) * source.sizes[2]
              + row + tapRow * window.dilation.rows) * source.sizes[3]
            + column + tapColumn * window.dilation.columns
          let weight =
            (((group * sizes.groupOutputs + first) * sizes.groupChannels + second) * taps.rows
              + steps.tap(tapRow, taps.rows)) * taps.columns + steps.tap(tapColumn, taps.columns)
          sum += source.cells[place] * kernel[weight]
        }
      }
    }
    return sum
  }

  /// The upstream gradient with zeros between its cells and around them; a negative padding crops.
  private func spread(_ steps: ReferenceSteps) throws -> PaddedImages {
    let window = sizes.window
    let (down, across) = (steps.padding(window.rows), steps.padding(window.columns))
    let (stepDown, stepAcross) = (steps.dilation(window.rows), steps.dilation(window.columns))
    let rows = (window.output.rows - 1) * stepDown + 1 + steps.leftOver(window.rows)
    let columns = (window.output.columns - 1) * stepAcross + 1 + steps.leftOver(window.columns)
    var result = PaddedImages([
      sizes.images, sizes.outputs, max(0, rows + down.before + down.after),
      max(0, columns + across.before + across.after),
    ])
    for image in 0..<sizes.images {
      for output in 0..<sizes.outputs {
        for position in 0..<sizes.positions {
          let row = position / window.output.columns * stepDown + down.before
          let column = position % window.output.columns * stepAcross + across.before
          guard (0..<result.sizes[2]).contains(row), (0..<result.sizes[3]).contains(column)
          else { continue }
          let value = upstream[steps.upstream(image, output, position, sizes)]
          try result.update(image, output, row, column) { _ in value }
        }
      }
    }
    return result
  }
}
