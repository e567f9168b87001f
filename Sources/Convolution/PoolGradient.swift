import Kernels
import Tensors
import Windows

/// What the gradient of a pool's input is made of.
struct PoolGradient: Sendable {
  /// What the shapes and options say.
  let geometry: PoolGeometry
  /// N×C×oh×ow.
  let upstream: Cells
  /// N×C×H×W without gaps, all 0.
  let result: Cells

  /// Adds every output's gradient to the pixels of its window; images and channels share no pixel, so
  /// that they can be taken side by side.
  ///
  /// - Parameter pixels: the pool's input, laid out as the result; a mean does not look at it.
  func compute<S: Scalar>(_ pixels: Cells, as type: S.Type) throws(Interrupted) {
    let divisors = geometry.options.kind == .avg ? geometry.divisors(type) : []
    let window = geometry.window
    try Workers.run(geometry.images * geometry.channels) { (item: Int) throws(Interrupted) in
      let (image, channel) = item.quotientAndRemainder(dividingBy: geometry.channels)
      var row = PoolGradientRow<S>(columns: window.output.columns)
      for outputRow in 0..<window.output.rows {
        try Interrupt.check()
        let line = PoolLine(
          window, outputRow: outputRow, image: image, channel: channel, from: pixels,
          into: row.largest)
        row.load(upstream, image, channel, outputRow)
        switch geometry.options.kind {
        case .max: row.addToWinners(line, pixels, result, geometry.options.ties)
        case .avg:
          row.divide(by: divisors, outputRow)
          row.addToAll(line, result)
        }
      }
    }
  }
}
