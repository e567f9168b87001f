import Kernels
public import Tensors
public import Windows

/// `pool`: every output is the maximum or the mean of a window of one channel.
///
/// Pixels are taken together along output rows, tap by tap in row-major order. A NaN in a window
/// makes its maximum NaN, as in PyTorch; padding is −∞ for a maximum and 0 for a mean.
public enum Pooling {
  /// Pools an image or a batch.
  ///
  /// - Parameters:
  ///   - x: N×C×H×W, C×H×W or H×W.
  ///   - kernel: the window's rows and columns.
  /// - Returns: a tensor of as many dimensions and the same element type.
  /// - Throws: `ConvolutionError` as `PoolGeometry` does, past the memory budget or when interrupted.
  public static func forward(
    _ x: Tensor, kernel: Extent, options: PoolOptions = .init()
  ) throws(ConvolutionError) -> Tensor {
    let geometry = try PoolGeometry(input: x.shape, kernel: kernel, options: options)
    return try tensors { () throws(TensorError) in
      let result = try Tensor.uninitialized(geometry.result, x.elementType)
      let (source, target) = (x.cells.images(.nchw), result.cells.images(.nchw))
      try interruptible { () throws(Interrupted) in
        switch x.elementType {
        case .f32: try run(geometry, source, into: target, as: Float.self)
        case .f64: try run(geometry, source, into: target, as: Double.self)
        }
      }
      return result
    }
  }

  /// Images and channels are pooled side by side, each output row on its own.
  private static func run<S: Scalar>(
    _ geometry: PoolGeometry, _ x: Cells, into y: Cells, as type: S.Type
  ) throws(Interrupted) {
    let divisors = geometry.options.kind == .avg ? geometry.divisors(type) : []
    try Workers.run(geometry.images * geometry.channels) { (item: Int) throws(Interrupted) in
      let (image, channel) = item.quotientAndRemainder(dividingBy: geometry.channels)
      for outputRow in 0..<geometry.window.output.rows {
        try Interrupt.check()
        let line = PoolLine(
          geometry.window, outputRow: outputRow, image: image, channel: channel, from: x, into: y)
        x.storage.withSpan(of: type) { pixels in
          y.storage.withMutableSpan(of: type) { outputs in
            switch geometry.options.kind {
            case .max: line.takeMaximum(of: pixels, into: &outputs)
            case .avg: line.takeMean(of: pixels, dividedBy: divisors, into: &outputs)
            }
          }
        }
      }
    }
  }
}

extension PoolGeometry {
  /// The divisors of all outputs, row by row.
  func divisors<S: Scalar>(_: S.Type) -> [S] {
    let rows = (0..<window.output.rows).map { divisor(along: window.rows, $0) }
    let columns = (0..<window.output.columns).map { divisor(along: window.columns, $0) }
    return rows.flatMap { row in columns.map { S(row * $0) } }
  }
}
