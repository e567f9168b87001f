import Kernels
import Tensors
import Windows

/// The reference: for every weight, the sum over images and outputs of the upstream gradient times
/// the pixel that the weight met there.
enum DirectKernelGradient {
  static func run(_ operands: KernelGradientOperands) throws(TensorError) {
    let geometry = operands.geometry
    // Few kernels and many images: parts of the batch keep the threads busy.
    let planes = max(1, geometry.outputChannels * geometry.groupChannels)
    let count = max(1, min(geometry.images, 16 / planes))
    try KernelGradientParts.sum(count, operands, count == 1 ? nil : .outputsFirst) {
      (parts) throws(TensorError) in
      try interruptible { () throws(Interrupted) in
        switch operands.elementType {
        case .f32: try run(operands, parts, as: Float.self)
        case .f64: try run(operands, parts, as: Double.self)
        }
      }
    }
  }

  private static func run<S: Scalar>(
    _ operands: KernelGradientOperands, _ parts: KernelGradientParts, as type: S.Type
  ) throws(Interrupted) {
    let geometry = operands.geometry
    let (outputs, channels) = (geometry.outputChannels, geometry.groupChannels)
    try Workers.run(parts.count * outputs * channels) { (item: Int) throws(Interrupted) in
      let (rest, channel) = item.quotientAndRemainder(dividingBy: channels)
      let (part, output) = rest.quotientAndRemainder(dividingBy: outputs)
      var sums = [ProductSum<S>](
        repeating: ProductSum(), count: geometry.window.kernel.rows * geometry.window.kernel.columns
      )
      for image in parts.images(of: part) {
        for tapRow in 0..<geometry.window.kernel.rows {
          try Interrupt.check()
          add(operands, image, output, channel, tapRow: tapRow, to: &sums)
        }
      }
      store(sums, into: parts.gradient(of: part).slice(0, output..<output + 1), channel)
    }
  }

  /// Adds what one row of a kernel's weights met in one image.
  private static func add<S: Scalar>(
    _ operands: KernelGradientOperands, _ image: Int, _ output: Int, _ channel: Int, tapRow: Int,
    to sums: inout [ProductSum<S>]
  ) {
    let (x, u, geometry) = (operands.input, operands.upstream, operands.geometry)
    let (rows, columns) = (geometry.window.rows, geometry.window.columns)
    let source = output / geometry.groupOutputs * geometry.groupChannels + channel
    let xPlane = x.offset + image * x.strides[0] + source * x.strides[1]
    let uPlane = u.offset + image * u.strides[0] + output * u.strides[1]
    x.storage.withSpan(of: S.self) { pixels in
      u.storage.withSpan(of: S.self) { gradients in
        for tapColumn in 0..<columns.taps {
          let inside = columns.outputs(inside: tapColumn)
          let column = columns.input(output: inside.lowerBound, tap: tapColumn)
          var sum = sums[tapRow * columns.taps + tapColumn]
          for outputRow in rows.outputs(inside: tapRow) {
            let row = rows.input(output: outputRow, tap: tapRow)
            sum.add(
              PairedRun(
                count: inside.count,
                target: uPlane + outputRow * u.strides[2] + inside.lowerBound * u.strides[3],
                targetStep: u.strides[3],
                source: xPlane + row * x.strides[2] + column * x.strides[3],
                sourceStep: columns.stride * x.strides[3]),
              gradients, pixels)
          }
          sums[tapRow * columns.taps + tapColumn] = sum
        }
      }
    }
  }

  private static func store<S: Scalar>(
    _ sums: [ProductSum<S>], into kernel: Cells, _ channel: Int
  ) {
    let plane = kernel.offset + channel * kernel.strides[1]
    kernel.storage.withMutableSpan(of: S.self) { cells in
      for row in 0..<kernel.sizes[2] {
        for column in 0..<kernel.sizes[3] {
          cells[plane + row * kernel.strides[2] + column * kernel.strides[3]] =
            sums[row * kernel.sizes[3] + column].total
        }
      }
    }
  }
}
