public import Kernels
public import Tensors

extension TransposedConvolution {
  /// The gradient of a transposed convolution's input: the convolution that it is the transpose of,
  /// of the upstream gradient.
  ///
  /// - Parameters:
  ///   - upstream: the gradient of the result, of the result's shape.
  ///   - kernel: the transposed convolution's kernel.
  ///   - input: the shape of its input.
  ///   - elementType: the type of the result; that of the computation unless given.
  /// - Returns: a tensor of the input's shape.
  /// - Throws: `ConvolutionError` as the transposed convolution does, and for an upstream of another
  ///   shape.
  public static func inputGradient(
    upstream: Tensor, kernel: Tensor, input: Shape, as elementType: ElementType? = nil,
    options: TransposedConvolutionOptions = .init()
  ) throws(ConvolutionError) -> Tensor {
    let geometry = try TransposedGeometry(input: input, kernel: kernel.shape, options: options)
    try ConvolutionGeometry.require(upstream: upstream.shape, geometry.result)
    return try tensors { () throws(TensorError) in
      let type = ElementType.promoted(upstream.elementType, kernel.elementType)
      guard input.count > 0, upstream.shape.count > 0 else {
        return try Tensor(input, elementType ?? type)
      }
      let result = try Tensor.uninitialized(input, type)
      try ConvolutionOperands(
        geometry: ConvolutionGeometry(transposeOf: geometry, input: input),
        input: try upstream.converted(to: type).cells.images(options.layout),
        kernel: try kernel.converted(to: type).cells.kernels(options.layout), bias: nil,
        result: result.cells.images(options.layout)
      ).compute(by: options.algorithm.ofTranspose)
      return try result.converted(to: elementType ?? type)
    }
  }

  /// The gradient of a transposed convolution's kernel: that of the convolution it is the transpose
  /// of, whose input is the upstream gradient and whose upstream gradient is the input.
  ///
  /// - Parameters:
  ///   - upstream: the gradient of the result, of the result's shape.
  ///   - input: the transposed convolution's input.
  ///   - kernel: the shape of its kernel.
  ///   - elementType: the type of the result; that of the computation unless given.
  /// - Returns: a tensor of the kernel's shape.
  /// - Throws: `ConvolutionError` as the transposed convolution does, and for an upstream of another
  ///   shape.
  public static func kernelGradient(
    upstream: Tensor, input: Tensor, kernel: Shape, as elementType: ElementType? = nil,
    options: TransposedConvolutionOptions = .init()
  ) throws(ConvolutionError) -> Tensor {
    let geometry = try TransposedGeometry(input: input.shape, kernel: kernel, options: options)
    try ConvolutionGeometry.require(upstream: upstream.shape, geometry.result)
    return try tensors { () throws(TensorError) in
      let type = ElementType.promoted(upstream.elementType, input.elementType)
      guard kernel.count > 0, input.shape.count > 0 else {
        return try Tensor(kernel, elementType ?? type)
      }
      let result = try Tensor.uninitialized(kernel, type)
      try KernelGradientOperands(
        geometry: ConvolutionGeometry(transposeOf: geometry, input: input.shape),
        upstream: try input.converted(to: type).cells.images(options.layout),
        input: try upstream.converted(to: type).cells.images(options.layout),
        result: result.cells.kernels(options.layout)
      ).compute(by: options.algorithm.ofTranspose)
      return try result.converted(to: elementType ?? type)
    }
  }

  /// The gradient of a transposed convolution's bias: the upstream gradient summed over images and
  /// positions.
  ///
  /// - Parameters:
  ///   - upstream: the gradient of the result, of the result's shape.
  ///   - input: the shape of the transposed convolution's input.
  ///   - kernel: the shape of its kernel.
  ///   - bias: the shape of its bias; a vector of one number an output channel unless given.
  ///   - elementType: the type of the result; the upstream's unless given. Sums are taken in f64.
  /// - Returns: a tensor of the bias's shape.
  /// - Throws: `ConvolutionError` as the transposed convolution does, and for an upstream of another
  ///   shape.
  public static func biasGradient(
    upstream: Tensor, input: Shape, kernel: Shape, bias: Shape? = nil,
    as elementType: ElementType? = nil, options: TransposedConvolutionOptions = .init()
  ) throws(ConvolutionError) -> Tensor {
    let geometry = try TransposedGeometry(
      input: input, kernel: kernel, bias: bias, options: options)
    try ConvolutionGeometry.require(upstream: upstream.shape, geometry.result)
    return try tensors { () throws(TensorError) in
      try upstream.summedOverImages(
        options.layout, into: bias, geometry.outputChannels, elementType ?? upstream.elementType)
    }
  }
}

extension TransposedAlgorithm {
  /// The way of the convolution that is transposed which does the same work.
  fileprivate var ofTranspose: ConvolutionAlgorithm {
    switch self {
    case .automatic: .automatic
    case .direct: .direct
    case .col2im: .im2col
    }
  }
}
