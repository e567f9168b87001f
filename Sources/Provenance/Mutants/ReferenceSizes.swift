import Windows

/// The sizes of a convolution or a pool, as the reference route reads them.
struct ReferenceSizes {
  /// How many images, input channels and output channels there are.
  let images: Int
  let channels: Int
  let outputs: Int
  /// How many groups the channels fall into.
  var groups = 1
  /// Which pixel every tap of every output reads.
  let window: SlidingWindow

  /// How many outputs one channel of one image has.
  var positions: Int { window.output.rows * window.output.columns }
  /// How many channels an output reads.
  var groupChannels: Int { channels / groups }
  /// How many outputs a group has.
  var groupOutputs: Int { outputs / groups }
  /// How many products a pass over all outputs takes.
  var products: Int {
    images * outputs * positions * groupChannels * window.kernel.rows * window.kernel.columns
  }
  /// N, C, H, W.
  var input: [Int] { [images, channels, window.input.rows, window.input.columns] }
}
