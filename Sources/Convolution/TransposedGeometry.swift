public import Tensors
public import Windows

/// What a transposed convolution works out from the shapes of its operands and its options.
public struct TransposedGeometry: Hashable, Sendable {
  /// How many images.
  public let images: Int
  /// How many groups the channels fall into.
  public let groups: Int
  /// C: how many channels an image has.
  public let inputChannels: Int
  /// O: how many channels a result has.
  public let outputChannels: Int
  /// The convolution read backwards: its *input* is the result, its *output* the operand.
  public let window: SlidingWindow
  /// Which axes are which.
  public let layout: ImageLayout
  /// The result's shape: a batch axis if the input has one, a channel axis if the input or the
  /// kernel has one.
  public let result: Shape

  /// Works out a transposed convolution.
  ///
  /// - Parameters:
  ///   - input: N×C×H×W, C×H×W or H×W (`nhwc`: N×H×W×C, H×W×C or H×W).
  ///   - kernel: C×(O/groups)×kh×kw (`nhwc`: kh×kw×(O/groups)×C), or kh×kw for one of one channel: the
  ///     kernel of the convolution that is transposed.
  ///   - bias: O numbers, if there is a bias.
  /// - Throws: `ConvolutionError` naming what disagrees.
  public init(
    input: Shape, kernel: Shape, bias: Shape? = nil, options: TransposedConvolutionOptions
  ) throws(ConvolutionError) {
    let image = try ImageSizes(input, options.layout)
    let sizes = try KernelSizes(kernel, options.layout)
    guard options.groups > 0 else { throw .groupsNotPositive(options.groups) }
    guard sizes.kernels == image.channels else {
      throw .channels(
        ChannelMismatch(transposing: input, with: kernel, image: image, sizes, options))
    }
    try ConvolutionGeometry.require(options.groups, divides: image.channels, of: .input)
    let (outputs, overflow) = sizes.channels.multipliedReportingOverflow(by: options.groups)
    guard !overflow else { throw .tensor(.shapeOverflows([sizes.channels, options.groups])) }
    try ConvolutionGeometry.require(bias, has: outputs)
    try Self.requireOutputPadding(options)
    images = image.images
    groups = options.groups
    inputChannels = image.channels
    outputChannels = outputs
    layout = options.layout
    let window = try windows { () throws(WindowError) in
      try SlidingWindow(
        backwardsFrom: image.extent, kernel: sizes.extent, stride: options.stride,
        padding: options.padding, outputPadding: options.outputPadding, dilation: options.dilation)
    }
    self.window = window
    result = try ImageSizes.shape(
      images: input.rank == 4 ? image.images : nil,
      channels: input.rank > 2 || kernel.rank > 2 ? outputs : nil, extent: window.input,
      options.layout)
  }

  /// C/groups: how many channels one output channel is summed over.
  public var groupChannels: Int { inputChannels / groups }

  /// O/groups: how many outputs a group has.
  public var groupOutputs: Int { outputChannels / groups }

  /// PyTorch's rule: `output_pad` is smaller than the stride or the dilation.
  private static func requireOutputPadding(
    _ options: TransposedConvolutionOptions
  ) throws(ConvolutionError) {
    for direction in WindowDirection.allCases {
      let padding = options.outputPadding[direction]
      let (stride, dilation) = (options.stride[direction], options.dilation[direction])
      // A stride or dilation out of range is the window's to report.
      guard stride > 0, dilation > 0 else { continue }
      guard padding >= 0, padding < max(stride, dilation) else {
        throw .outputPadding(padding, stride: stride, dilation: dilation, along: direction)
      }
    }
  }
}
