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
        geometry: geometry, upstream: try upstream.converted(to: type).cells.images(options.layout),
        input: try input.converted(to: type).cells.images(options.layout),
        result: result.cells.kernels(options.layout, flips: options.flips)
      ).compute(by: options.algorithm)
      return try result.converted(to: elementType ?? type)
    }
  }
}
