import Convolution
import Kernels
import Windows

/// A pool's gradient in plain loops, pixel by pixel.
struct ReferencePool {
  let sizes: ReferenceSizes
  let geometry: PoolGeometry
  /// N×C×H×W.
  let input: [Double]
  /// N×C×oh×ow.
  let upstream: [Double]

  /// The input's gradient, each decision made as `steps` say.
  ///
  /// - Throws: `MutantFlaw` where the code would have crashed, or `Interrupted`.
  func gradient(_ steps: ReferenceSteps) throws -> ReferenceGradient {
    let window = sizes.window
    // A window may hang over the padding; what lies there is no pixel.
    var images = PaddedImages([
      sizes.images, sizes.channels, steps.padded(window.rows) + window.rows.overhang,
      steps.padded(window.columns) + window.columns.overhang,
    ])
    for image in 0..<sizes.images {
      for channel in 0..<sizes.channels {
        try Interrupt.check()
        for position in 0..<sizes.positions {
          let start = steps.start(position, window)
          let value = upstream[steps.upstream(image, channel, position, sizes)]
          let shares = steps.shares(pixels(image, channel, position), divisor(position))
          for (tap, share) in shares.enumerated() where share != 0 {
            try images.update(
              image, channel,
              start.row + tap / window.kernel.columns * window.dilation.rows,
              start.column + tap % window.kernel.columns * window.dilation.columns
            ) { steps.add($0, share * value) }
          }
        }
      }
    }
    let result = images.cropped(to: steps.crop(images.sizes, window))
    return ReferenceGradient(sizes: result.sizes, cells: result.cells)
  }

  private func divisor(_ position: Int) -> Double {
    let columns = sizes.window.output.columns
    return Double(
      geometry.divisor(outputRow: position / columns, outputColumn: position % columns))
  }

  /// The pixels under an output's window, nil where it lies in the padding.
  private func pixels(_ image: Int, _ channel: Int, _ position: Int) -> [Double?] {
    let window = sizes.window
    return (0..<window.kernel.rows * window.kernel.columns).map { tap in
      let place = window.place(
        outputRow: position / window.output.columns,
        outputColumn: position % window.output.columns, tapRow: tap / window.kernel.columns,
        tapColumn: tap % window.kernel.columns)
      guard case .inside(let row, let column) = place else { return nil }
      return input[
        ((image * sizes.channels + channel) * window.input.rows + row) * window.input.columns
          + column]
    }
  }
}
