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
    let type = ElementType.promoted(upstream.elementType, kernel.elementType)
    let (geometry, route) = try chosen(upstream, kernel, input, type, options, route)
    return try tensors { () throws(TensorError) in
      // The flipped routes write every pixel, the others add.
      let isWritten = route.writesEveryPixel && upstream.shape.count > 0
      let result = try isWritten ? .uninitialized(input, type) : Tensor(input, type)
      if result.shape.count > 0, upstream.shape.count > 0 {
        try TransposedOperands(
          geometry, upstream.converted(to: type), kernel.converted(to: type), into: result, options
        ).compute(by: route)
      }
      return try result.converted(to: elementType ?? type)
    }
  }

  /// Prepares an input's gradient that is computed again and again from the same blocks of cells.
  ///
  /// - Parameters:
  ///   - result: of the input's shape, in row-major order; all tensors are of one type and have cells.
  /// - Returns: the work, which throws `TensorError` as `inputGradient` does.
  /// - Throws: `ConvolutionError` as `inputGradient` does.
  public static func repeatedInputGradient(
    upstream: Tensor, kernel: Tensor, into result: Tensor, options: ConvolutionOptions,
    route: InputGradientRoute
  ) throws(ConvolutionError) -> () throws(TensorError) -> Void {
    let (geometry, route) = try chosen(
      upstream, kernel, result.shape, result.elementType, options, route)
    let operands = TransposedOperands(geometry, upstream, kernel, into: result, options)
    if route.writesEveryPixel {
      let work = try tensors { () throws(TensorError) in
        try FlippedTransposedConvolution.repeated(operands, by: route.algorithm)
      }
      if let work { return work }
    }
    if route.writesEveryPixel {
      return { () throws(TensorError) in try operands.compute(by: route) }
    }
    return { () throws(TensorError) in
      try result.fill(with: 0)
      try operands.compute(by: route)
    }
  }

  /// The geometry, and the route that an automatic one comes to.
  private static func chosen(
    _ upstream: Tensor, _ kernel: Tensor, _ input: Shape, _ type: ElementType,
    _ options: ConvolutionOptions, _ route: InputGradientRoute
  ) throws(ConvolutionError) -> (ConvolutionGeometry, InputGradientRoute) {
    let geometry = try ConvolutionGeometry(input: input, kernel: kernel.shape, options: options)
    try ConvolutionGeometry.require(upstream: upstream.shape, geometry.result)
    var route = route == .automatic ? InputGradientRoute(options.algorithm) : route
    if route == .automatic { route = geometry.inputGradientRoute(in: type) }
    if let algorithm = route.algorithm {
      try ConvolutionGeometry.require(algorithm, computesIn: type)
      if let obstacle = geometry.window.winogradObstacle { throw .winograd(algorithm, obstacle) }
    }
    return (geometry, route)
  }
}

extension TransposedOperands {
  /// Tensors of one type as views: the transpose of a convolution.
  fileprivate init(
    _ convolution: ConvolutionGeometry, _ upstream: Tensor, _ kernel: Tensor, into result: Tensor,
    _ options: ConvolutionOptions
  ) {
    self.init(
      geometry: TransposedGeometry(transposeOf: convolution, input: result.shape),
      input: upstream.cells.images(options.layout),
      kernel: kernel.cells.kernels(options.layout, flips: options.flips),
      result: result.cells.images(options.layout))
  }

  fileprivate func compute(by route: InputGradientRoute) throws(TensorError) {
    switch route {
    case .col2im: try Col2imTransposedConvolution.run(self)
    case .scatter: try DirectTransposedConvolution.run(self)
    case .winograd2, .winograd4, .flipped, .automatic:
      try FlippedTransposedConvolution.run(self, by: route.algorithm)
    }
  }
}
