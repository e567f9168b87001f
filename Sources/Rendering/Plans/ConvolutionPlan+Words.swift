import Convolution
import Windows

extension ConvolutionPlan {
  /// Whether the geometry is read backwards, from outputs to an image.
  var isBackwards: Bool {
    if case .transposed = operation { true } else { false }
  }

  /// What would run, and why.
  var algorithmText: String {
    switch operation {
    case .convolution(let choice): return "\(choice.algorithm): \(Self.reason(choice))"
    case .transposed(.direct): return "direct: plain loops that lay a kernel down for every pixel"
    case .transposed(let algorithm): return "\(algorithm): one matrix product, then col2im"
    case .pool(let kind): return "\(kind) over each window of \(window.kernel)"
    }
  }

  private static func reason(_ choice: AlgorithmChoice) -> String {
    switch choice.reason {
    case .asked: "as asked"
    case .singleTap: "with a single tap, the pixels are the matrix of one product as they lie"
    case .deepPatches(let depth):
      "with \(Quantity.count(depth)) products an output, patches are packed and summed in rounds"
    case .channelsLast:
      "with channels last, patches are packed tile by tile; the matrix is never made"
    case .fewerProducts(let outputs):
      "16 products a channel make four outputs; every transformed tile serves "
        + "\(Quantity.count(outputs)) outputs"
    case .bands(copied: true):
      "no patch is packed; taps read padded copies that fit the cache"
    case .bands(copied: false): "no patch is packed; taps read the pixels where they lie"
    }
  }
}
