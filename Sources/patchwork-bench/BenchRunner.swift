import Convolution
import Kernels
import Tensors

/// Measures cases one after the other.
enum BenchRunner {
  /// How long a case's calls are repeated, and how often at least and at most.
  private static let patience = Duration.milliseconds(400)
  private static let calls = 7...3000

  /// Measures a case.
  ///
  /// - Parameter peak: what this run found the machine to do at most with as many threads.
  static func measure(
    _ operands: BenchOperands, _ type: ElementType, _ algorithm: ConvolutionAlgorithm, peak: Double
  ) throws -> BenchResult {
    let call = try operands.call(type, algorithm)
    let before = Arena.byteCount
    Arena.resetPeak()
    let results = try call.run()
    let resultBytes = Arena.byteCount - before
    let extraBytes = Arena.peakByteCount - before - resultBytes - call.kernelByteCount
    let clock = ContinuousClock()
    var times: [Duration] = []
    let start = clock.now
    while times.count < calls.lowerBound
      || (times.count < calls.upperBound && clock.now - start < patience)
    {
      times.append(try clock.measure { _ = try call.run() })
    }
    times.sort()
    return BenchResult(
      name: operands.bench.name, type: type, pass: operands.pass, algorithm: call.algorithm,
      threads: Workers.threadCount, seconds: times[times.count / 2] / .seconds(1),
      macs: call.macs, peak: peak, extraBytes: max(0, extraBytes),
      error: try operands.error(of: results))
  }
}
