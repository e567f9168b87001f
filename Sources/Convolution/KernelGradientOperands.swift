public import Kernels
import Tensors
import Windows

/// What a kernel gradient is made of, as views that every algorithm reads alike, and the gradient it
/// writes.
///
///     dk[o, c, i, j] = Σ u[n, o, r, s] · x[n, c, row(r, i), column(s, j)]
struct KernelGradientOperands: Sendable {
  /// What the shapes and options of the convolution say.
  let geometry: ConvolutionGeometry
  /// N×O×oh×ow.
  let upstream: Cells
  /// N×C×H×W.
  let input: Cells
  /// O×(C/groups)×kh×kw, turned if the options flip the kernel; without values yet.
  let result: Cells

  /// The type of all cells.
  var elementType: ElementType { result.storage.elementType }

  /// The upstream gradient of a group's outputs, for some images.
  func upstream(of group: Int, _ images: Range<Int>) -> Cells {
    let count = geometry.groupOutputs
    return upstream.slice(0, images).slice(1, group * count..<(group + 1) * count)
  }

  /// The channels of a group, for some images.
  func input(of group: Int, _ images: Range<Int>) -> Cells {
    let count = geometry.groupChannels
    return input.slice(0, images).slice(1, group * count..<(group + 1) * count)
  }

  /// Writes the gradient, by the algorithm or by the one that suits the shapes.
  func compute(by algorithm: ConvolutionAlgorithm) throws(TensorError) {
    switch algorithm == .automatic ? geometry.kernelGradientAlgorithm(in: elementType) : algorithm {
    case .direct: try DirectKernelGradient.run(self)
    case .im2col: try ProductKernelGradient.run(self, makesPatches: true)
    case .implicit: try ProductKernelGradient.run(self, makesPatches: false)
    // There is one way for either size of forward's tiles; in f64 its errors would show.
    case .winograd2, .winograd4:
      if elementType == .f32 {
        try WinogradKernelGradient.run(self)
      } else {
        try TiledKernelGradient.run(self)
      }
    case .blocked, .automatic: try TiledKernelGradient.run(self)
    }
  }
}

extension ConvolutionGeometry {
  /// What `algorithm=automatic` runs for the kernel gradient of these shapes in a type.
  public func kernelGradientAlgorithm(in elementType: ElementType) -> ConvolutionAlgorithm {
    elementType == .f32 && suitsWinogradGradient ? .winograd2 : .blocked
  }
}
