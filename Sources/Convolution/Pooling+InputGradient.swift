import Kernels
public import Tensors
public import Windows

extension Pooling {
  /// The gradient of a pool's input.
  ///
  /// The upstream gradient of a maximum goes to the pixel that won the window, or as `options.ties`
  /// says where several are as large; that of a mean goes to all pixels of the window, divided as the
  /// sum was.
  ///
  /// - Parameters:
  ///   - upstream: the gradient of the result, of the result's shape.
  ///   - x: the pool's input; a mean's gradient looks at its shape alone.
  ///   - kernel: the window's rows and columns.
  /// - Returns: a tensor of the input's shape and element type.
  /// - Throws: `ConvolutionError` as the pool does, and for an upstream of another shape.
  public static func inputGradient(
    upstream: Tensor, input x: Tensor, kernel: Extent, options: PoolOptions = .init()
  ) throws(ConvolutionError) -> Tensor {
    let geometry = try PoolGeometry(input: x.shape, kernel: kernel, options: options)
    try ConvolutionGeometry.require(upstream: upstream.shape, geometry.result)
    return try tensors { () throws(TensorError) in
      let type = ElementType.promoted(upstream.elementType, x.elementType)
      let result = try Tensor(x.shape, type)
      let gradient = PoolGradient(
        geometry: geometry, upstream: try upstream.converted(to: type).cells.images(.nchw),
        result: result.cells.images(.nchw))
      // The maximum reads pixels where it writes gradients: both must lie alike.
      let pixels =
        options.kind == .max
        ? try x.converted(to: type).contiguous().cells.images(.nchw) : gradient.result
      try interruptible { () throws(Interrupted) in
        switch type {
        case .f32: try gradient.compute(pixels, as: Float.self)
        case .f64: try gradient.compute(pixels, as: Double.self)
        }
      }
      return try result.converted(to: x.elementType)
    }
  }
}
