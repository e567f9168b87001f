import Convolution
import Kernels
import Tensors
import Windows

extension Judge {
  /// The trial of a test, its data drawn as the lines draw them.
  func trial(of test: Configuration) throws -> MutantTrial {
    var random = RandomSource(seed: Self.seed)
    let size = [test.images, test.channels, test.input.rows, test.input.columns]
    var x = try Tensor.normal(Shape(size), .f64, using: &random)
    guard subject == .convolution else {
      if subject == .maxPool { x = try x.map(.relu) }
      let options = PoolOptions(
        kind: subject == .maxPool ? .max : .avg, stride: Extent(test.stride),
        padding: test.sides)
      return try MutantTrial(
        pooling: x, PoolGeometry(input: x.shape, kernel: test.kernel, options: options), seed: 0)
    }
    let k = try Tensor.normal(
      Shape([test.outputs, test.channels, test.kernel.rows, test.kernel.columns]), .f64,
      using: &random)
    let options = ConvolutionOptions(
      stride: Extent(test.stride), padding: test.sides)
    return try MutantTrial(convolving: x, with: k, hasBias: true, options, seed: 0)
  }

  /// What is typed to have the test.
  func lines(for test: Configuration) -> [String] {
    let size = "\(test.images)x\(test.channels)x\(test.input)"
    let options =
      " stride=\(test.stride)"
      + (test.padding == Extent(0) ? "" : " pad=\(test.padding.optionDescription)")
    switch subject {
    case .convolution:
      return [
        "seed \(Self.seed); x = randn \(size); "
          + "k = randn \(test.outputs)x\(test.channels)x\(test.kernel); bias = randn \(test.outputs)",
        "y = conv x k bias\(options)",
      ]
    case .maxPool:
      return [
        "seed \(Self.seed); x = relu (randn \(size))", "y = pool x \(test.kernel)\(options)",
      ]
    case .meanPool:
      return [
        "seed \(Self.seed); x = randn \(size)", "y = pool x \(test.kernel) kind=avg\(options)",
      ]
    }
  }
}
