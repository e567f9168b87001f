public import Windows

/// The options of `conv`.
public struct ConvolutionOptions: Hashable, Sendable {
  /// Steps between windows.
  public var stride: Extent
  /// How far the image is extended.
  public var padding: Padding
  /// Steps between taps.
  public var dilation: Extent
  /// Into how many groups the channels fall; a group's outputs read only its own channels.
  public var groups: Int
  /// Which axes are which.
  public var layout: ImageLayout
  /// Whether the kernel is turned by 180° first: the mathematician's convolution. Without it `conv`
  /// is cross-correlation, as in every deep-learning library.
  public var flips: Bool
  /// How it is computed.
  public var algorithm: ConvolutionAlgorithm

  /// Makes options; each has the language's default.
  public init(
    stride: Extent = Extent(1), padding: Padding = .valid, dilation: Extent = Extent(1),
    groups: Int = 1, layout: ImageLayout = .nchw, flips: Bool = false,
    algorithm: ConvolutionAlgorithm = .automatic
  ) {
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    self.groups = groups
    self.layout = layout
    self.flips = flips
    self.algorithm = algorithm
  }
}
