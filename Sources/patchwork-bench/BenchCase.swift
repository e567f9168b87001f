import Convolution
import Tensors
import Windows

/// A convolution whose speed is measured.
struct BenchCase {
  let name: String
  /// N×C×H×W.
  let input: [Int]
  /// O×(C/groups)×kh×kw.
  let kernel: [Int]
  var stride = 1
  var padding = 0
  var groups = 1

  /// The cases that people run: photographs, the sources' toy sizes, the layers of known networks.
  static let all: [BenchCase] = [
    BenchCase(name: "alexnet1", input: [1, 3, 227, 227], kernel: [96, 3, 11, 11], stride: 4),
    BenchCase(
      name: "vectorized", input: [4, 3, 12, 10], kernel: [128, 3, 3, 3], stride: 2, padding: 1),
    BenchCase(name: "denoiser", input: [1000, 1, 32, 32], kernel: [1, 1, 3, 3], padding: 1),
    BenchCase(name: "lenet1", input: [64, 1, 28, 28], kernel: [6, 1, 5, 5], padding: 2),
    BenchCase(name: "lenet2", input: [64, 6, 14, 14], kernel: [16, 6, 5, 5]),
    BenchCase(name: "lhk", input: [2, 5, 10, 11], kernel: [4, 5, 2, 3]),
    BenchCase(name: "tiny", input: [1, 1, 28, 28], kernel: [8, 1, 3, 3]),
    BenchCase(
      name: "stem", input: [1, 3, 224, 224], kernel: [64, 3, 7, 7], stride: 2, padding: 3),
    BenchCase(name: "res56", input: [1, 64, 56, 56], kernel: [64, 64, 3, 3], padding: 1),
    BenchCase(name: "res28", input: [8, 128, 28, 28], kernel: [128, 128, 3, 3], padding: 1),
    BenchCase(name: "res7", input: [1, 512, 7, 7], kernel: [512, 512, 3, 3], padding: 1),
    BenchCase(name: "pointwise", input: [1, 256, 56, 56], kernel: [64, 256, 1, 1]),
    BenchCase(
      name: "depthwise", input: [1, 128, 56, 56], kernel: [128, 1, 3, 3], padding: 1, groups: 128),
    BenchCase(name: "vgg", input: [1, 64, 224, 224], kernel: [64, 64, 3, 3], padding: 1),
  ]

  /// Pictures of 64 channels from small to huge: the time of a multiply-add should not depend on it.
  static let sizes: [BenchCase] = [64, 128, 256, 512, 1024, 2048].map { side in
    BenchCase(
      name: "\(side)x\(side)", input: [1, 64, side, side], kernel: [64, 64, 3, 3], padding: 1)
  }

  /// What the shapes and options come to.
  var geometry: ConvolutionGeometry {
    get throws {
      try ConvolutionGeometry(
        input: Shape(input), kernel: Shape(kernel), options: options(.automatic))
    }
  }

  /// The options of the case for an algorithm.
  func options(_ algorithm: ConvolutionAlgorithm) -> ConvolutionOptions {
    ConvolutionOptions(
      stride: Extent(stride), padding: .all(padding), groups: groups, algorithm: algorithm)
  }
}
