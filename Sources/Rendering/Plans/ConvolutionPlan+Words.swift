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
    case .fewOutputs(let outputs):
      "with \(outputs) output\(outputs == 1 ? "" : "s") a group, packing patches would not pay"
    case .fewProducts(let products):
      "so few products (\(Quantity.count(products))) are done before a matrix product has begun"
    case .manyOutputs(let outputs):
      "every packed patch serves \(Quantity.count(outputs)) outputs; the matrix is never made"
    }
  }
}
