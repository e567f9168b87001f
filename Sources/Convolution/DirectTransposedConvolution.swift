import Kernels
import Tensors
import Windows

/// The reference: loops over pixels and taps that add each product where the window reads it.
enum DirectTransposedConvolution {
  static func run(_ operands: TransposedOperands) throws(TensorError) {
    try interruptible { () throws(Interrupted) in
      switch operands.elementType {
      case .f32: try run(operands, as: Float.self)
      case .f64: try run(operands, as: Double.self)
      }
    }
  }

  private static func run<S: Scalar>(
    _ operands: TransposedOperands, as type: S.Type
  ) throws(Interrupted) {
    let outputs = operands.geometry.outputChannels
    try Workers.run(operands.geometry.images * outputs) { (item: Int) throws(Interrupted) in
      let (image, output) = item.quotientAndRemainder(dividingBy: outputs)
      for channel in 0..<operands.geometry.groupChannels {
        for tapRow in 0..<operands.geometry.window.kernel.rows {
          try Interrupt.check()
          add(operands, image, output, channel: channel, tapRow: tapRow, as: type)
        }
      }
    }
  }

  /// Adds to one output channel of an image what one of its group's channels lays down there with one
  /// row of its kernels.
  private static func add<S: Scalar>(
    _ operands: TransposedOperands, _ image: Int, _ output: Int, channel: Int, tapRow: Int,
    as type: S.Type
  ) {
    let (x, k, y) = (operands.input, operands.kernel, operands.result)
    let (rows, columns) = (operands.geometry.window.rows, operands.geometry.window.columns)
    let (group, groupOutput) = output.quotientAndRemainder(
      dividingBy: operands.geometry.groupOutputs)
    let source = group * operands.geometry.groupChannels + channel
    let xPlane = x.offset + image * x.strides[0] + source * x.strides[1]
    let kPlane = k.offset + source * k.strides[0] + groupOutput * k.strides[1]
    let yPlane = y.offset + image * y.strides[0] + output * y.strides[1]
    let (xStep, yStep) = (x.strides[3], columns.stride * y.strides[3])
    x.storage.withSpan(of: type) { pixels in
      y.storage.withMutableSpan(of: type) { results in
        for tapColumn in 0..<columns.taps {
          let weight = S(k.storage[kPlane + tapRow * k.strides[2] + tapColumn * k.strides[3]])
          let insideColumns = columns.outputs(inside: tapColumn)
          let firstColumn = columns.input(output: insideColumns.lowerBound, tap: tapColumn)
          for xRow in rows.outputs(inside: tapRow) {
            let yRow = rows.input(output: xRow, tap: tapRow)
            PairedRun(
              count: insideColumns.count,
              target: yPlane + yRow * y.strides[2] + firstColumn * y.strides[3],
              targetStep: yStep,
              source: xPlane + xRow * x.strides[2] + insideColumns.lowerBound * xStep,
              sourceStep: xStep
            ).replay(from: pixels, into: &results) { $0 + weight * $1 }
          }
        }
      }
    }
  }
}
