import ArgumentParser
import Convolution
import Kernels

/// Measures the convolution core on the cases that people run.
@main
struct PatchworkBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patchwork-bench",
    abstract: "Measure the convolution core against the machine's own peak.")

  @Flag(help: "Print one JSON line a case, type and algorithm instead of a table.")
  var json = false

  @Option(help: ArgumentHelp("Measure only this case; may be repeated.", valueName: "name"))
  var only: [String] = []

  @Flag(help: "Measure 64 channels, 3x3, on pictures from 64x64 to 2048x2048 instead.")
  var sizes = false

  @Option(help: "Which pass to measure.")
  var pass = BenchPass.forward

  @Option(help: ArgumentHelp("Measure only this type: f32 or f64.", valueName: "type"))
  var dtype: String?

  @Option(help: "How many threads to use; one a core unless given.")
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "Measure this algorithm too where it computes the case: "
        + ConvolutionAlgorithm.allCases.map(\.rawValue).joined(separator: ", ") + ", or all.",
      valueName: "name"))
  var algorithm: [String] = []

  func validate() throws {
    let names = cases.map(\.name)
    if let unknown = only.first(where: { !names.contains($0) }) {
      throw ValidationError(
        "There is no case '\(unknown)'; the cases are \(names.joined(separator: ", ")).")
    }
    if let dtype, !ElementType.allCases.contains(where: { $0.description == dtype }) {
      throw ValidationError("There is no type '\(dtype)'; the types are f32 and f64.")
    }
    if let threads, threads < 1 || threads > 1024 {
      throw ValidationError("The number of threads must be from 1 to 1024, not \(threads).")
    }
    let algorithms = ConvolutionAlgorithm.allCases.map(\.rawValue) + ["all"]
    if let unknown = algorithm.first(where: { !algorithms.contains($0) }) {
      throw ValidationError(
        "There is no algorithm '\(unknown)'; they are \(algorithms.joined(separator: ", ")).")
    }
  }

  func run() throws {
    Workers.threadCount = threads ?? Workers.coreCount
    let types = ElementType.allCases.filter { dtype == nil || $0.description == dtype }
    let peaks = types.map { ($0, Peak.measure($0, threads: Workers.threadCount)) }
    if !json {
      for (type, peak) in peaks {
        let gigaflops = Int((peak / 1e9).rounded())
        print("peak in \(type): \(gigaflops) GFLOP/s (\(Processor.vectorInstructions))")
      }
      print(BenchResult.heading)
    }
    for bench in cases where only.isEmpty || only.contains(bench.name) {
      let operands = try BenchOperands(bench, pass)
      for (type, peak) in peaks { try measure(operands, type, peak: peak) }
    }
  }

  private var cases: [BenchCase] { sizes ? BenchCase.sizes : BenchCase.all }

  private func measure(_ operands: BenchOperands, _ type: ElementType, peak: Double) throws {
    var measured: Set<String> = []
    let able = try operands.bench.geometry.algorithms(in: type)
    for algorithm in algorithms where algorithm == .automatic || able.contains(algorithm) {
      let result = try BenchRunner.measure(operands, type, algorithm, peak: peak)
      // The automatic choice may be one of those asked for.
      guard measured.insert(result.algorithm).inserted else { continue }
      print(json ? result.json : result.row)
    }
  }

  /// The automatic choice first, then those that were asked for.
  private var algorithms: [ConvolutionAlgorithm] {
    let others =
      algorithm.contains("all")
      ? ConvolutionAlgorithm.allCases : algorithm.compactMap(ConvolutionAlgorithm.init)
    return [.automatic] + others.filter { $0 != .automatic }
  }
}
