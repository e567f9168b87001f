import Kernels
import Tensors
import Windows

/// The reference: loops over outputs and taps, as the definition reads.
///
/// For each tap the window says which outputs read pixels through it; those of an output row are
/// taken together. Each output's products are summed by rising channel, tap row and tap column.
enum DirectConvolution {
  static func run(_ operands: ConvolutionOperands) throws(TensorError) {
    try interruptible { () throws(Interrupted) in
      switch operands.elementType {
      case .f32: try run(operands, as: Float.self)
      case .f64: try run(operands, as: Double.self)
      }
    }
  }

  private static func run<S: Scalar>(
    _ operands: ConvolutionOperands, as type: S.Type
  ) throws(Interrupted) {
    let outputs = operands.geometry.outputChannels
    try Workers.run(operands.geometry.images * outputs) { (item: Int) throws(Interrupted) in
      let (image, output) = item.quotientAndRemainder(dividingBy: outputs)
      fillWithBias(operands, image: image, output: output, as: type)
      for channel in 0..<operands.geometry.groupChannels {
        for tapRow in 0..<operands.geometry.window.kernel.rows {
          try Interrupt.check()
          add(operands, image, output, channel: channel, tapRow: tapRow, as: type)
        }
      }
    }
  }

  private static func fillWithBias<S: Scalar>(
    _ operands: ConvolutionOperands, image: Int, output: Int, as type: S.Type
  ) {
    let y = operands.result
    let bias = operands.bias.map { S($0.storage[$0.offset + output * $0.strides[0]]) } ?? 0
    let plane = y.offset + image * y.strides[0] + output * y.strides[1]
    y.storage.withMutableSpan(of: type) { cells in
      for row in 0..<y.sizes[2] {
        for column in 0..<y.sizes[3] {
          cells[plane + row * y.strides[2] + column * y.strides[3]] = bias
        }
      }
    }
  }

  /// Adds to one output channel of an image the products of one of its group's channels with one row
  /// of the kernel.
  private static func add<S: Scalar>(
    _ operands: ConvolutionOperands, _ image: Int, _ output: Int, channel: Int, tapRow: Int,
    as type: S.Type
  ) {
    let (x, k, y) = (operands.input, operands.kernel, operands.result)
    let (rows, columns) = (operands.geometry.window.rows, operands.geometry.window.columns)
    let group = output / operands.geometry.groupOutputs
    let source = group * operands.geometry.groupChannels + channel
    let xPlane = x.offset + image * x.strides[0] + source * x.strides[1]
    let kPlane = k.offset + output * k.strides[0] + channel * k.strides[1]
    let yPlane = y.offset + image * y.strides[0] + output * y.strides[1]
    let (xStep, yStep) = (columns.stride * x.strides[3], y.strides[3])
    x.storage.withSpan(of: type) { pixels in
      y.storage.withMutableSpan(of: type) { outputs in
        for tapColumn in 0..<columns.taps {
          let weight = S(k.storage[kPlane + tapRow * k.strides[2] + tapColumn * k.strides[3]])
          let insideColumns = columns.outputs(inside: tapColumn)
          let firstColumn = columns.input(output: insideColumns.lowerBound, tap: tapColumn)
          for outputRow in rows.outputs(inside: tapRow) {
            let row = rows.input(output: outputRow, tap: tapRow)
            PairedRun(
              count: insideColumns.count,
              target: yPlane + outputRow * y.strides[2] + insideColumns.lowerBound * yStep,
              targetStep: yStep,
              source: xPlane + row * x.strides[2] + firstColumn * x.strides[3],
              sourceStep: xStep
            ).replay(from: pixels, into: &outputs) { $0 + weight * $1 }
          }
        }
      }
    }
  }
}
