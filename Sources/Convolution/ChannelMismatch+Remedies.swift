import Tensors

extension ChannelMismatch {
  /// The disagreement of a convolution's operands.
  init(
    convolving input: Shape, with kernel: Shape, image: ImageSizes, _ sizes: KernelSizes,
    _ options: ConvolutionOptions
  ) {
    let expected = sizes.channels.multipliedReportingOverflow(by: options.groups).partialValue
    var remedies = Self.readings(
      of: input, kernel, options.layout, expected: expected,
      fits: { image, kernel in
        kernel.channels.multipliedFits(options.groups, image.channels)
          && kernel.kernels % options.groups == 0
      })
    if sizes.channels > 0, image.channels % sizes.channels == 0 {
      let groups = image.channels / sizes.channels
      if groups > 0, sizes.kernels % groups == 0 { remedies.append(.groups(groups)) }
    }
    self.init(
      input: input, kernel: kernel, layout: options.layout, groups: options.groups,
      inputChannels: image.channels, expectedChannels: expected, remedies: remedies)
  }

  /// The disagreement of a transposed convolution's operands.
  init(
    transposing input: Shape, with kernel: Shape, image: ImageSizes, _ sizes: KernelSizes,
    _ options: TransposedConvolutionOptions
  ) {
    self.init(
      input: input, kernel: kernel, layout: options.layout, groups: options.groups,
      inputChannels: image.channels, expectedChannels: sizes.kernels,
      remedies: Self.readings(
        of: input, kernel, options.layout, expected: sizes.kernels,
        fits: { image, kernel in
          kernel.kernels == image.channels && image.channels % options.groups == 0
        }))
  }

  /// Other readings in which the channels agree: of both operands, or of the input alone.
  private static func readings(
    of input: Shape, _ kernel: Shape, _ layout: ImageLayout, expected: Int,
    fits: (ImageSizes, KernelSizes) -> Bool
  ) -> [Remedy] {
    let other: ImageLayout = layout == .nchw ? .nhwc : .nchw
    guard input.rank > 2, let image = try? ImageSizes(input, other) else { return [] }
    var remedies: [Remedy] = []
    if let sizes = try? KernelSizes(kernel, other), fits(image, sizes) {
      remedies.append(.layout(other))
    }
    if image.channels == expected {
      let axes = other == .nhwc ? [2, 0, 1] : [1, 2, 0]
      remedies.append(.permuteInput(input.rank == 3 ? axes : [0] + axes.map { $0 + 1 }))
    }
    return remedies
  }
}
