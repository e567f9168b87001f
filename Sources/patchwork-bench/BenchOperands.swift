import Convolution
import Kernels
import Tensors

/// The numbers a case is run on, and what the results should be.
///
/// Pixels are normal, weights He's, so that results are near 1 and errors comparable. Both types
/// get the same numbers: those that f32 holds.
struct BenchOperands {
  let bench: BenchCase
  let pass: BenchPass
  private let x: Tensor
  private let k: Tensor
  private let bias: Tensor
  private let upstream: Tensor
  private let references: [Tensor]

  init(_ bench: BenchCase, _ pass: BenchPass) throws {
    var random = RandomSource(seed: 1)
    self.bench = bench
    self.pass = pass
    x = try .normal(Shape(bench.input), .f32, using: &random)
    let inputs = bench.kernel.dropFirst().reduce(1, *)
    let deviation = (2 / Double(inputs)).squareRoot()
    k = try .normal(Shape(bench.kernel), .f32, deviation: deviation, using: &random)
    bias = try .normal(Shape([bench.kernel[0]]), .f32, using: &random)
    let result = try ConvolutionGeometry(
      input: x.shape, kernel: k.shape, options: bench.options(.direct)
    ).result
    upstream = try .normal(result, .f32, using: &random)
    let (x, k, bias) = try (x.copied(to: .f64), k.copied(to: .f64), bias.copied(to: .f64))
    // The plain loops would take minutes on the largest pictures.
    let isHuge = Double(result.count) * Double(inputs) > 3e9
    let reference = bench.options(isHuge ? .implicit : .direct)
    references =
      switch pass {
      case .forward: [try Convolution.forward(x, k, bias: bias, options: reference)]
      case .backward: try Self.gradients(x, k, bias, upstream.copied(to: .f64), reference)
      }
  }

  /// The call in a type, by an algorithm.
  func call(_ type: ElementType, _ algorithm: ConvolutionAlgorithm) throws -> BenchCall {
    let options = bench.options(algorithm)
    let (x, k, bias) = try (x.copied(to: type), k.copied(to: type), bias.copied(to: type))
    let plan = try ConvolutionPlan(convolving: x.shape, with: k.shape, options: options, type)
    switch pass {
    case .forward:
      let chosen =
        if case .convolution(let choice) = plan.operation { choice.algorithm } else { algorithm }
      return BenchCall(
        algorithm: "\(chosen)", macs: plan.macs, kernelByteCount: plan.kernelBytes,
        run: { [try Convolution.forward(x, k, bias: bias, options: options)] })
    case .backward:
      let geometry = try ConvolutionGeometry(input: x.shape, kernel: k.shape, options: options)
      let u = try upstream.copied(to: type)
      return BenchCall(
        algorithm: Self.name(algorithm, geometry, type), macs: 2 * plan.macs,
        kernelByteCount: plan.kernelBytes,
        run: { try Self.gradients(x, k, bias, u, options) })
    }
  }

  /// The route of the input's gradient and the algorithm of the kernel's.
  private static func name(
    _ algorithm: ConvolutionAlgorithm, _ geometry: ConvolutionGeometry, _ type: ElementType
  ) -> String {
    guard algorithm == .automatic else { return "\(InputGradientRoute(algorithm))+\(algorithm)" }
    return "\(geometry.inputGradientRoute(in: type))+\(geometry.kernelGradientAlgorithm(in: type))"
  }

  private static func gradients(
    _ x: Tensor, _ k: Tensor, _ bias: Tensor, _ upstream: Tensor, _ options: ConvolutionOptions
  ) throws -> [Tensor] {
    [
      try Convolution.inputGradient(
        upstream: upstream, kernel: k, input: x.shape, options: options),
      try Convolution.kernelGradient(
        upstream: upstream, input: x, kernel: k.shape, options: options),
      try Convolution.biasGradient(
        upstream: upstream, input: x.shape, kernel: k.shape, bias: bias.shape, options: options),
    ]
  }

  /// The largest distance of a result from what plain loops in f64 find. That of a gradient is taken
  /// as a part of the gradient's largest cell: a sum over all positions is not near 1.
  func error(of results: [Tensor]) throws -> Double {
    try zip(results, references).reduce(0) { worst, pair in
      max(worst, try error(of: pair.0, pair.1))
    }
  }

  private func error(of result: Tensor, _ reference: Tensor) throws -> Double {
    let result = try result.copied(to: .f64)
    var (largest, scale) = (0.0, 0.0)
    result.cells.storage.withSpan(of: Double.self) { found in
      reference.cells.storage.withSpan(of: Double.self) { expected in
        for index in 0..<reference.shape.count {
          let distance = (found[index] - expected[index]).magnitude
          largest = distance.isNaN ? .infinity : max(largest, distance)
          scale = max(scale, expected[index].magnitude)
        }
      }
    }
    return pass == .forward ? largest : largest / scale
  }
}
