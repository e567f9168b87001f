import Tensors
import Windows

extension ConvolutionGeometry {
  /// A convolution whose numbers are known to agree.
  init(
    images: Int, groups: Int, inputChannels: Int, outputChannels: Int, window: SlidingWindow,
    layout: ImageLayout, result: Shape
  ) {
    self.images = images
    self.groups = groups
    self.inputChannels = inputChannels
    self.outputChannels = outputChannels
    self.window = window
    self.layout = layout
    self.result = result
  }

  /// The convolution that a transposed convolution is the transpose of: what its input gradient is.
  ///
  /// - Parameter input: the shape of the transposed convolution's input.
  init(transposeOf transposed: TransposedGeometry, input: Shape) {
    self.init(
      images: transposed.images, groups: transposed.groups,
      inputChannels: transposed.outputChannels, outputChannels: transposed.inputChannels,
      window: transposed.window, layout: transposed.layout, result: input)
  }

  /// Refuses an upstream gradient that is not of the result's shape.
  static func require(upstream: Shape, _ result: Shape) throws(ConvolutionError) {
    guard upstream == result else { throw .upstreamShape(upstream, expected: result) }
  }
}

extension TransposedGeometry {
  /// The transpose of a convolution: what its input gradient is.
  ///
  /// - Parameter input: the shape of the convolution's input.
  init(transposeOf convolution: ConvolutionGeometry, input: Shape) {
    images = convolution.images
    groups = convolution.groups
    inputChannels = convolution.outputChannels
    outputChannels = convolution.inputChannels
    window = convolution.window
    layout = convolution.layout
    result = input
  }
}
