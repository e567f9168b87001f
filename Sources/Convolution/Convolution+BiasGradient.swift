public import Kernels
public import Tensors

extension Convolution {
  /// The gradient of a convolution's bias: the upstream gradient summed over images and positions.
  ///
  /// - Parameters:
  ///   - upstream: the gradient of the result, of the result's shape.
  ///   - input: the shape of the convolution's input.
  ///   - kernel: the shape of its kernel.
  ///   - bias: the shape of its bias; a vector of one number a kernel unless given.
  ///   - elementType: the type of the result; the upstream's unless given. Sums are taken in f64.
  /// - Returns: a tensor of the bias's shape.
  /// - Throws: `ConvolutionError` as the convolution does, and for an upstream of another shape.
  public static func biasGradient(
    upstream: Tensor, input: Shape, kernel: Shape, bias: Shape? = nil,
    as elementType: ElementType? = nil, options: ConvolutionOptions = .init()
  ) throws(ConvolutionError) -> Tensor {
    let geometry = try ConvolutionGeometry(
      input: input, kernel: kernel, bias: bias, options: options)
    try ConvolutionGeometry.require(upstream: upstream.shape, geometry.result)
    return try tensors { () throws(TensorError) in
      try upstream.summedOverImages(
        options.layout, into: bias, geometry.outputChannels, elementType ?? upstream.elementType)
    }
  }
}

extension Tensor {
  /// The sums of an image's or a batch's channels, in a shape of as many cells: a vector unless given.
  func summedOverImages(
    _ layout: ImageLayout, into shape: Shape?, _ channels: Int, _ elementType: ElementType
  ) throws(TensorError) -> Tensor {
    let vector = try Shape([channels])
    let result = try Tensor.uninitialized(shape ?? vector, elementType)
    let images = cells.images(layout)
    try interruptible { () throws(Interrupted) in
      let sums = result.cells.bias(channels)
      if try !ChannelSum.compute(images, into: sums) {
        try Reduction.reduce(
          .sum, kept: images.selecting(1), reduced: images.selecting(0, 2, 3), into: sums)
      }
    }
    return result
  }
}
