import Convolution
import Kernels
import Tensors

/// Measures cases one after the other.
enum BenchRunner {
  /// How long a case's calls are repeated, and how often at least and at most.
  private static let patience = Duration.milliseconds(400)
  private static let calls = 7...3000

  /// Measures a forward pass.
  ///
  /// - Parameter peak: what this run found the machine to do at most with as many threads.
  static func forward(
    _ operands: BenchOperands, _ type: ElementType, _ algorithm: ConvolutionAlgorithm, peak: Double
  ) throws -> BenchResult {
    let bench = operands.bench
    let options = bench.options(algorithm)
    let (x, k, bias) = try operands.operands(type)
    let plan = try ConvolutionPlan(convolving: x.shape, with: k.shape, options: options, type)
    let chosen = plan.algorithm
    Arena.resetPeak()
    let result = try Convolution.forward(x, k, bias: bias, options: options)
    // The im2col matrix of a group is a tensor of its own.
    let matrixCells = chosen == .im2col ? plan.matrix.count / bench.groups : 0
    let extraBytes = Arena.peakByteCount + matrixCells * type.byteCount
    let clock = ContinuousClock()
    var times: [Duration] = []
    let start = clock.now
    while times.count < calls.lowerBound
      || (times.count < calls.upperBound && clock.now - start < patience)
    {
      times.append(
        try clock.measure { _ = try Convolution.forward(x, k, bias: bias, options: options) })
    }
    times.sort()
    return BenchResult(
      name: bench.name, type: type, pass: "forward", algorithm: chosen,
      threads: Workers.threadCount, seconds: times[times.count / 2] / .seconds(1), macs: plan.macs,
      peak: peak, extraBytes: extraBytes, error: try operands.error(of: result))
  }
}

extension ConvolutionPlan {
  /// The algorithm that runs.
  fileprivate var algorithm: ConvolutionAlgorithm {
    if case .convolution(let choice) = operation { choice.algorithm } else { .automatic }
  }
}
