public import Kernels
public import Tensors

extension Convolution {
  /// The gradient of a convolution's input: what every pixel gave to the outputs that read it.
  ///
  ///     dx[n, c, row(r, i), column(s, j)] += u[n, o, r, s] · k[o, c, i, j]
  ///
  /// Operands of two types are computed in f64. Strided views are read where they lie.
  ///
  /// - Parameters:
  ///   - upstream: the gradient of the result, of the result's shape.
  ///   - kernel: the convolution's kernel.
  ///   - input: the shape of the convolution's input.
  ///   - elementType: the type of the result; that of the computation unless given.
  ///   - route: how it is computed; the one that mirrors `options.algorithm` unless given.
  /// - Returns: a tensor of the input's shape.
  /// - Throws: `ConvolutionError` as the convolution does, and for an upstream of another shape.
  public static func inputGradient(
    upstream: Tensor, kernel: Tensor, input: Shape, as elementType: ElementType? = nil,
    options: ConvolutionOptions = .init(), route: InputGradientRoute = .automatic
  ) throws(ConvolutionError) -> Tensor {
    let geometry = try ConvolutionGeometry(input: input, kernel: kernel.shape, options: options)
    try ConvolutionGeometry.require(upstream: upstream.shape, geometry.result)
    let type = ElementType.promoted(upstream.elementType, kernel.elementType)
    var route = route == .automatic ? InputGradientRoute(options.algorithm) : route
    if route == .automatic { route = geometry.inputGradientRoute(in: type) }
    if let algorithm = route.algorithm {
      try ConvolutionGeometry.require(algorithm, computesIn: type)
      if let obstacle = geometry.window.winogradObstacle { throw .winograd(algorithm, obstacle) }
    }
    return try tensors { () throws(TensorError) in
      // The flipped routes write every pixel, the others add.
      let result =
        route.writesEveryPixel && upstream.shape.count > 0
        ? try Tensor.uninitialized(input, type) : try Tensor(input, type)
      if result.shape.count > 0, upstream.shape.count > 0 {
        let operands = TransposedOperands(
          geometry: TransposedGeometry(transposeOf: geometry, input: input),
          input: try upstream.converted(to: type).cells.images(options.layout),
          kernel: try kernel.converted(to: type).cells.kernels(
            options.layout, flips: options.flips),
          result: result.cells.images(options.layout))
        switch route {
        case .col2im: try Col2imTransposedConvolution.run(operands)
        case .scatter: try DirectTransposedConvolution.run(operands)
        case .winograd2, .winograd4, .flipped, .automatic:
          try FlippedTransposedConvolution.run(operands, by: route.algorithm)
        }
      }
      return try result.converted(to: elementType ?? type)
    }
  }
}
