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
      let pixels = try x.withRowsSideBySide().cells.images(.nchw)
      let outputs = result.cells.images(.nchw)
      try interruptible { () throws(Interrupted) in
        switch options.kind {
        case .max: try Pool.maximum(of: pixels, geometry.lowered, into: outputs)
        case .avg:
          try Pool.mean(
            of: pixels, geometry.lowered, dividedBy: geometry.divisors, into: outputs)
        }
      }
      return result
    }
  }
}

extension PoolGeometry {
  /// The windows as kernels take them.
  var lowered: PoolWindows {
    let (down, across) = (window.rows, window.columns)
    return PoolWindows(
      pixelRows: down.input, pixelColumns: across.input, tapRows: down.taps,
      tapRowStep: down.dilation,
      rows: (0..<down.output).map { output in
        let taps = down.taps(inside: output)
        return PoolWindows.Rows(
          tap: taps.lowerBound, count: taps.count,
          pixelRow: taps.isEmpty ? 0 : down.input(output: output, tap: taps.lowerBound))
      },
      columnStep: across.stride,
      columns: (0..<across.taps).map { tap in
        let inside = across.outputs(inside: tap)
        return WindowRuns.ColumnRun(
          zerosBefore: inside.lowerBound, length: inside.count,
          inputOffset: inside.isEmpty ? 0 : across.input(output: inside.lowerBound, tap: tap),
          zerosAfter: across.output - inside.upperBound)
      })
  }

  /// By what the outputs' sums are divided.
  var divisors: PoolDivisors {
    PoolDivisors(
      rows: (0..<window.output.rows).map { divisor(along: window.rows, $0) },
      columns: (0..<window.output.columns).map { divisor(along: window.columns, $0) })
  }
}

extension Tensor {
  /// The tensor, or a copy if the cells of its rows do not lie side by side.
  func withRowsSideBySide() throws(TensorError) -> Tensor {
    let cells = cells
    return cells.rank == 0 || cells.strides[cells.rank - 1] == 1 ? self : try contiguous()
  }
}
