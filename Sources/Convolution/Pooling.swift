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

  private static func run<S: Scalar>(
    _ geometry: PoolGeometry, _ x: Cells, into y: Cells, as type: S.Type
  ) throws(Interrupted) {
    let divisors = geometry.options.kind == .avg ? geometry.divisors(type) : []
    try Workers.run(geometry.images * geometry.channels) { (item: Int) throws(Interrupted) in
      let (image, channel) = item.quotientAndRemainder(dividingBy: geometry.channels)
      let xPlane = x.offset + image * x.strides[0] + channel * x.strides[1]
      let yPlane = y.offset + image * y.strides[0] + channel * y.strides[1]
      for outputRow in 0..<geometry.window.output.rows {
        try Interrupt.check()
        x.storage.withSpan(of: type) { pixels in
          y.storage.withMutableSpan(of: type) { outputs in
            let line = yPlane + outputRow * y.strides[2]
            switch geometry.options.kind {
            case .max:
              fill(line, y, with: -.infinity, &outputs)
              forEachRun(geometry.window, outputRow, x, xPlane, y, line) { run in
                for place in 0..<run.count {
                  let pixel = pixels[run.x + place * run.xStep]
                  // Written so that a NaN wins.
                  if !(pixel <= outputs[run.y + place * run.yStep]) {
                    let largest = outputs[run.y + place * run.yStep]
                    if largest == largest { outputs[run.y + place * run.yStep] = pixel }
                  }
                }
              }
            case .avg:
              fill(line, y, with: 0, &outputs)
              forEachRun(geometry.window, outputRow, x, xPlane, y, line) { run in
                for place in 0..<run.count {
                  outputs[run.y + place * run.yStep] += pixels[run.x + place * run.xStep]
                }
              }
              let first = outputRow * geometry.window.output.columns
              for column in 0..<geometry.window.output.columns {
                outputs[line + column * y.strides[3]] /= divisors[first + column]
              }
            }
          }
        }
      }
    }
  }

  private static func fill<S: Scalar>(
    _ line: Int, _ y: Cells, with value: S, _ outputs: inout MutableSpan<S>
  ) {
    for column in 0..<y.sizes[3] { outputs[line + column * y.strides[3]] = value }
  }

  /// The outputs of one row for which a tap lies on a pixel, and those pixels.
  private struct Run {
    let count: Int
    let x: Int
    let xStep: Int
    let y: Int
    let yStep: Int
  }

  @inline(__always)
  private static func forEachRun(
    _ window: SlidingWindow, _ outputRow: Int, _ x: Cells, _ xPlane: Int, _ y: Cells, _ line: Int,
    _ body: (Run) -> Void
  ) {
    for tapRow in window.rows.taps(inside: outputRow) {
      let row = window.rows.input(output: outputRow, tap: tapRow)
      for tapColumn in 0..<window.columns.taps {
        let inside = window.columns.outputs(inside: tapColumn)
        let column = window.columns.input(output: inside.lowerBound, tap: tapColumn)
        body(
          Run(
            count: inside.count, x: xPlane + row * x.strides[2] + column * x.strides[3],
            xStep: window.columns.stride * x.strides[3],
            y: line + inside.lowerBound * y.strides[3], yStep: y.strides[3]))
      }
    }
  }
}

extension PoolGeometry {
  /// The divisors of all outputs, row by row.
  fileprivate func divisors<S: Scalar>(_: S.Type) -> [S] {
    let rows = (0..<window.output.rows).map { divisor(along: window.rows, $0) }
    let columns = (0..<window.output.columns).map { divisor(along: window.columns, $0) }
    return rows.flatMap { row in columns.map { S(row * $0) } }
  }
}
