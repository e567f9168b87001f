import Kernels
import Windows

/// One row of a pool's outputs on one channel of one image.
struct PoolLine {
  private let window: SlidingWindow
  private let outputRow: Int
  private let xPlane: Int
  private let xSteps: (row: Int, column: Int)
  private let y: Int
  private let yStep: Int

  /// Prepares a row.
  ///
  /// - Parameters:
  ///   - x: images N×C×H×W.
  ///   - y: results N×C×oh×ow.
  init(
    _ window: SlidingWindow, outputRow: Int, image: Int, channel: Int, from x: Cells, into y: Cells
  ) {
    self.window = window
    self.outputRow = outputRow
    xPlane = x.offset + image * x.strides[0] + channel * x.strides[1]
    xSteps = (x.strides[2], x.strides[3])
    self.y =
      y.offset + image * y.strides[0] + channel * y.strides[1] + outputRow * y.strides[2]
    yStep = y.strides[3]
  }

  /// The largest pixel of each window; a NaN wins, and the first of several keeps its place.
  @inline(__always)
  func takeMaximum<S: Scalar>(of pixels: Span<S>, into outputs: inout MutableSpan<S>) {
    for column in 0..<window.output.columns { outputs[y + column * yStep] = -.infinity }
    forEachRun { run in
      run.replay(from: pixels, into: &outputs) { largest, pixel in
        // Not `pixel > largest`, so that a NaN gets in; once in, nothing replaces it.
        pixel <= largest || largest != largest ? largest : pixel
      }
    }
  }

  /// The sum of each window divided by what the options count.
  ///
  /// - Parameter divisors: those of all outputs, row by row.
  @inline(__always)
  func takeMean<S: Scalar>(
    of pixels: Span<S>, dividedBy divisors: [S], into outputs: inout MutableSpan<S>
  ) {
    let columns = window.output.columns
    for column in 0..<columns { outputs[y + column * yStep] = 0 }
    forEachRun { run in
      run.replay(from: pixels, into: &outputs) { $0 + $1 }
    }
    for column in 0..<columns {
      outputs[y + column * yStep] /= divisors[outputRow * columns + column]
    }
  }

  /// Calls `body` for every tap of the row's windows, in row-major order.
  @inline(__always)
  func forEachRun(_ body: (PairedRun) -> Void) {
    for tapRow in window.rows.taps(inside: outputRow) {
      let row = window.rows.input(output: outputRow, tap: tapRow)
      for tapColumn in 0..<window.columns.taps {
        let inside = window.columns.outputs(inside: tapColumn)
        let column = window.columns.input(output: inside.lowerBound, tap: tapColumn)
        body(
          PairedRun(
            count: inside.count, target: y + inside.lowerBound * yStep, targetStep: yStep,
            source: xPlane + row * xSteps.row + column * xSteps.column,
            sourceStep: window.columns.stride * xSteps.column))
      }
    }
  }
}
