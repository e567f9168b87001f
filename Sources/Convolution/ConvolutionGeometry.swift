public import Tensors
public import Windows

/// What a convolution works out from the shapes of its operands and its options, and all that its
/// algorithms, its gradient, its plan and its explanations need to know of them.
public struct ConvolutionGeometry: Hashable, Sendable {
  /// How many images.
  public let images: Int
  /// How many groups the channels fall into.
  public let groups: Int
  /// C: how many channels an image has.
  public let inputChannels: Int
  /// O: how many channels a result has.
  public let outputChannels: Int
  /// Which pixel every tap of every output reads.
  public let window: SlidingWindow
  /// Which axes are which.
  public let layout: ImageLayout
  /// The result's shape: a batch axis if the input has one, a channel axis if the input or the
  /// kernel has one.
  public let result: Shape

  /// Works out a convolution.
  ///
  /// - Parameters:
  ///   - input: N×C×H×W, C×H×W or H×W (`nhwc`: N×H×W×C, H×W×C or H×W).
  ///   - kernel: O×(C/groups)×kh×kw (`nhwc`: kh×kw×(C/groups)×O), or kh×kw for one of one channel.
  ///   - bias: O numbers, if there is a bias.
  /// - Throws: `ConvolutionError` naming what disagrees.
  public init(
    input: Shape, kernel: Shape, bias: Shape? = nil, options: ConvolutionOptions
  ) throws(ConvolutionError) {
    let image = try ImageSizes(input, options.layout)
    let sizes = try KernelSizes(kernel, options.layout)
    guard options.groups > 0 else { throw .groupsNotPositive(options.groups) }
    guard sizes.channels.multipliedFits(options.groups, image.channels) else {
      throw .channels(
        ChannelMismatch(convolving: input, with: kernel, image: image, sizes, options))
    }
    try Self.require(options.groups, divides: sizes.kernels, of: .kernel)
    try Self.require(bias, has: sizes.kernels)
    images = image.images
    groups = options.groups
    inputChannels = image.channels
    outputChannels = sizes.kernels
    layout = options.layout
    let window = try windows { () throws(WindowError) in
      try SlidingWindow(
        input: image.extent, kernel: sizes.extent, stride: options.stride,
        padding: options.padding, dilation: options.dilation)
    }
    if options.algorithm.winogradEdge != nil, let obstacle = window.winogradObstacle {
      throw .winograd(options.algorithm, obstacle)
    }
    self.window = window
    result = try ImageSizes.shape(
      images: input.rank == 4 ? image.images : nil,
      channels: input.rank > 2 || kernel.rank > 2 ? sizes.kernels : nil, extent: window.output,
      options.layout)
  }

  /// C/groups: how many channels an output reads.
  public var groupChannels: Int { inputChannels / groups }

  /// O/groups: how many outputs a group has.
  public var groupOutputs: Int { outputChannels / groups }

  /// (C/groups)·kh·kw: how many products are summed in one output.
  public var depth: Int { groupChannels * window.kernel.rows * window.kernel.columns }

  /// How the patches of one group's channels are laid out.
  func patches(_ order: PatchOrder) throws(TensorError) -> PatchLayout {
    let extent = window.input
    let image = try Shape([images, groupChannels, extent.rows, extent.columns])
    return try PatchLayout.checked(image: image, window: window, order: order)
  }

  static func require(
    _ groups: Int, divides channels: Int, of role: ConvolutionRole
  ) throws(ConvolutionError) {
    guard channels % groups != 0 else { return }
    throw .groupsDoNotDivide(
      groups: groups, channels: channels, of: role,
      legal: divisors(of: channels, nearest: groups))
  }

  /// The divisors next to a number, below and above; far ones are no help and are not looked for.
  private static func divisors(of channels: Int, nearest groups: Int) -> [Int] {
    let reach = 1024
    let below = min(groups - 1, channels)
    let lower = (max(1, below - reach)..<below + 1).last { channels % $0 == 0 }
    let upper = (groups..<max(groups, min(channels, groups.advanced(by: reach)) + 1))
      .first { channels % $0 == 0 }
    return [lower, upper].compactMap { $0 }
  }

  static func require(_ bias: Shape?, has outputs: Int) throws(ConvolutionError) {
    guard let bias, bias.rank > 1 || bias.count != outputs else { return }
    throw .biasShape(bias, outputChannels: outputs)
  }
}

extension Int {
  /// Whether this number times `factor` is `product`, without overflow.
  func multipliedFits(_ factor: Int, _ product: Int) -> Bool {
    let (value, overflow) = multipliedReportingOverflow(by: factor)
    return !overflow && value == product
  }
}
