import Kernels
public import Tensors
import Windows

/// `convtranspose`: every pixel lays its kernel, times itself, down on the result.
///
///     y[n, o, row(r, i), column(s, j)] += x[n, c, r, s] · k[c, o, i, j]
///
/// It is the transpose of the convolution with the same kernel and options, as a linear map: what
/// that convolution's gradient does. `SlidingWindow` is the same, read backwards.
public enum TransposedConvolution {
  /// Spreads an image or a batch with a kernel.
  ///
  /// Operands of two types are computed in f64. Strided views are read where they lie.
  ///
  /// - Parameters:
  ///   - x: N×C×h×w, C×h×w or h×w (`nhwc`: N×h×w×C, h×w×C or h×w).
  ///   - k: C×(O/groups)×kh×kw (`nhwc`: kh×kw×(O/groups)×C), or kh×kw for one of one channel.
  ///   - bias: O numbers.
  /// - Returns: N×O×H×W (`nhwc`: N×H×W×O), without the axes that the operands did not have.
  /// - Throws: `ConvolutionError` naming what disagrees.
  public static func forward(
    _ x: Tensor, _ k: Tensor, bias: Tensor? = nil, options: TransposedConvolutionOptions = .init()
  ) throws(ConvolutionError) -> Tensor {
    let geometry = try TransposedGeometry(
      input: x.shape, kernel: k.shape, bias: bias?.shape, options: options)
    return try tensors { () throws(TensorError) in
      try forward(x, k, bias, geometry, options)
    }
  }

  private static func forward(
    _ x: Tensor, _ k: Tensor, _ bias: Tensor?, _ geometry: TransposedGeometry,
    _ options: TransposedConvolutionOptions
  ) throws(TensorError) -> Tensor {
    var type = ElementType.promoted(x.elementType, k.elementType)
    if let bias { type = .promoted(type, bias.elementType) }
    let result = try Tensor(geometry.result, type)
    guard result.shape.count > 0 else { return result }
    let operands = TransposedOperands(
      geometry: geometry, input: try x.converted(to: type).cells.images(options.layout),
      kernel: try k.converted(to: type).cells.kernels(options.layout),
      result: result.cells.images(options.layout))
    if let bias = try bias?.converted(to: type).cells.bias(geometry.outputChannels) {
      try interruptible { () throws(Interrupted) in
        try Elementwise.copy(bias.overChannels(of: operands.result), into: operands.result)
      }
    }
    switch options.algorithm == .automatic ? geometry.choice : options.algorithm {
    case .direct: try DirectTransposedConvolution.run(operands)
    case .col2im, .automatic: try Col2imTransposedConvolution.run(operands)
    }
    return result
  }
}

extension Cells {
  /// A vector of one number a channel, repeated over images N×C×H×W.
  fileprivate func overChannels(of images: Cells) -> Cells {
    var strides = SIMD8<Int>.zero
    strides[1] = self.strides[0]
    return Cells(storage, offset: offset, rank: 4, sizes: images.sizes, strides: strides)
  }
}

extension TransposedGeometry {
  /// What `algorithm=automatic` runs for these shapes.
  public var choice: TransposedAlgorithm {
    let products =
      Double(images * inputChannels * window.output.rows * window.output.columns)
      * Double(groupOutputs * window.kernel.rows * window.kernel.columns)
    return groupChannels < ConvolutionGeometry.fewOutputs
      || products < Double(ConvolutionGeometry.fewProducts) ? .direct : .col2im
  }
}
