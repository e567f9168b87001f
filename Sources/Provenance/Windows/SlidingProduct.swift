import Tensors
import Windows

/// One product of a convolution: a pixel, or padding, meets a weight and an output.
struct SlidingProduct {
  /// The pixel's index; nil in the padding.
  let image: CellIndex?
  /// The side of the padding; nil on a pixel.
  let side: String?
  /// The weight's index.
  let kernel: CellIndex
  /// The output's index.
  let output: CellIndex
  /// The tap and the window, and the channel of the image.
  let address: PatchAddress

  /// The tap and the window.
  var note: String { address.note }
  /// The channel and the tap, where the window is known.
  var tapNote: String {
    "channel \(address.channel), tap \(address.tapRow),\(address.tapColumn)"
  }
  /// The image and the window, where the tap is known.
  var windowNote: String {
    "image \(address.image), window \(address.outputRow),\(address.outputColumn)"
  }
}
