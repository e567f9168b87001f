public import Kernels
public import Tensors

extension Convolution {
  /// The gradient of a convolution's kernel: what every weight met, times what came of it.
  ///
  ///     dk[o, c, i, j] = Σ u[n, o, r, s] · x[n, c, row(r, i), column(s, j)]
  ///
  /// summed over the images n and the outputs (r, s). `options.algorithm` says how: `direct` is the
  /// reference, `im2col` multiplies with the matrix of patches, `implicit` packs it tile by tile, and
  /// `winograd2` and `winograd4` take 16 products for a tile of 2×2 outputs, in f32.
  /// Operands of two types are computed in f64. Strided views are read where they lie.
  ///
  /// - Parameters:
  ///   - upstream: the gradient of the result, of the result's shape.
  ///   - input: the convolution's input.
  ///   - kernel: the shape of the convolution's kernel.
  ///   - elementType: the type of the result; that of the computation unless given.
  /// - Returns: a tensor of the kernel's shape.
  /// - Throws: `ConvolutionError` as the convolution does, and for an upstream of another shape.
  public static func kernelGradient(
    upstream: Tensor, input: Tensor, kernel: Shape, as elementType: ElementType? = nil,
    options: ConvolutionOptions = .init()
  ) throws(ConvolutionError) -> Tensor {
    let geometry = try ConvolutionGeometry(input: input.shape, kernel: kernel, options: options)
    try ConvolutionGeometry.require(upstream: upstream.shape, geometry.result)
    return try tensors { () throws(TensorError) in
      let type = ElementType.promoted(upstream.elementType, input.elementType)
      guard kernel.count > 0, upstream.shape.count > 0 else {
        return try Tensor(kernel, elementType ?? type)
      }
      let result = try Tensor.uninitialized(kernel, type)
      try KernelGradientOperands(
        geometry, upstream.converted(to: type), input.converted(to: type), into: result, options
      ).compute(by: options.algorithm)
      return try result.converted(to: elementType ?? type)
    }
  }

  /// Prepares a kernel's gradient that is computed again and again from the same blocks of cells.
  ///
  /// - Parameters:
  ///   - result: of the kernel's shape, in row-major order; all tensors are of one type and have cells.
  /// - Returns: the work, which throws `TensorError` as `kernelGradient` does.
  /// - Throws: `ConvolutionError` as `kernelGradient` does.
  public static func repeatedKernelGradient(
    upstream: Tensor, input: Tensor, into result: Tensor, options: ConvolutionOptions
  ) throws(ConvolutionError) -> () throws(TensorError) -> Void {
    let geometry = try ConvolutionGeometry(
      input: input.shape, kernel: result.shape, options: options)
    try ConvolutionGeometry.require(upstream: upstream.shape, geometry.result)
    let operands = KernelGradientOperands(geometry, upstream, input, into: result, options)
    return { () throws(TensorError) in try operands.compute(by: options.algorithm) }
  }
}

extension KernelGradientOperands {
  /// Tensors of one type as views.
  fileprivate init(
    _ geometry: ConvolutionGeometry, _ upstream: Tensor, _ input: Tensor, into result: Tensor,
    _ options: ConvolutionOptions
  ) {
    self.init(
      geometry: geometry, upstream: upstream.cells.images(options.layout),
      input: input.cells.images(options.layout),
      result: result.cells.kernels(options.layout, flips: options.flips))
  }
}
