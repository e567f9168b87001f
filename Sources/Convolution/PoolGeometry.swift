public import Tensors
public import Windows

/// What a pool works out from the shape of its input and its options.
public struct PoolGeometry: Hashable, Sendable {
  /// How many images.
  public let images: Int
  /// How many channels; each is pooled on its own.
  public let channels: Int
  /// Which pixel every tap of every output reads.
  public let window: SlidingWindow
  /// What the pool does.
  public let options: PoolOptions
  /// The result's shape: of as many dimensions as the input.
  public let result: Shape

  /// Works out a pool.
  ///
  /// - Parameters:
  ///   - input: N×C×H×W, C×H×W or H×W.
  ///   - kernel: the window's rows and columns.
  /// - Throws: `ConvolutionError`; `WindowError.windowOfPadding` for a window without pixels whose
  ///   result would be the maximum, or a mean over the pixels, of nothing.
  public init(input: Shape, kernel: Extent, options: PoolOptions) throws(ConvolutionError) {
    let image = try ImageSizes(input, .nchw)
    let window = try windows { () throws(WindowError) in
      let window = try SlidingWindow(
        input: image.extent, kernel: kernel, stride: options.stride ?? kernel,
        padding: options.padding, dilation: options.dilation, roundsUp: options.roundsUp)
      let needsPixels = options.kind == .max || !options.countsPadding
      if needsPixels, let output = window.firstWindowOfPadding {
        throw .windowOfPadding(
          outputRow: output.outputRow, outputColumn: output.outputColumn, padding: window.sides)
      }
      return window
    }
    images = image.images
    channels = image.channels
    self.window = window
    self.options = options
    result = try ImageSizes.shape(
      images: input.rank == 4 ? image.images : nil,
      channels: input.rank > 2 ? image.channels : nil, extent: window.output, .nchw)
  }

  /// By what the sum over an output's window is divided: PyTorch's rule, with the taps counted one by
  /// one so that a dilation is right too.
  public func divisor(outputRow: Int, outputColumn: Int) -> Int {
    divisor(along: window.rows, outputRow) * divisor(along: window.columns, outputColumn)
  }

  /// How many taps of an output's window count along one axis.
  func divisor(along axis: WindowAxis, _ output: Int) -> Int {
    guard options.countsPadding else { return axis.taps(inside: output).count }
    return (0..<axis.taps).count { tap in
      if case .overhang = axis.place(output: output, tap: tap) { false } else { true }
    }
  }
}
