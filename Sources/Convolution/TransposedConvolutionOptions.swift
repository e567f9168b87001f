public import Windows

/// The options of `convtranspose`.
public struct TransposedConvolutionOptions: Hashable, Sendable {
  /// Steps between the places where a pixel's kernel is laid down.
  public var stride: Extent
  /// How much is cut off the result's sides.
  public var padding: Padding
  /// Rows and columns added at the bottom and the right: which of the sizes that a convolution would
  /// have brought to the input's size is meant.
  public var outputPadding: Extent
  /// Steps between taps.
  public var dilation: Extent
  /// Into how many groups the channels fall.
  public var groups: Int
  /// Which axes are which.
  public var layout: ImageLayout
  /// How it is computed.
  public var algorithm: TransposedAlgorithm

  /// Makes options; each has the language's default.
  public init(
    stride: Extent = Extent(1), padding: Padding = .valid, outputPadding: Extent = Extent(0),
    dilation: Extent = Extent(1), groups: Int = 1, layout: ImageLayout = .nchw,
    algorithm: TransposedAlgorithm = .automatic
  ) {
    self.stride = stride
    self.padding = padding
    self.outputPadding = outputPadding
    self.dilation = dilation
    self.groups = groups
    self.layout = layout
    self.algorithm = algorithm
  }
}
