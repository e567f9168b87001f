import Convolution
import Kernels
import Provenance
import Rendering
import Tensors

/// Every way to compute a window operation, forward and backward, run and measured.
struct AlgorithmComparison {
  /// One way to compute one of the passes.
  private struct Way {
    var pass: String
    var algorithm: String
    var isChosen: Bool
    var operations: Int?
    var run: () throws -> Tensor
  }

  private let ways: [Way]
  /// The type that is computed in.
  let elementType: ElementType

  /// How long a way is repeated, and how often at least and at most.
  private static let patience = Duration.milliseconds(300)
  private static let repeats = 3...1000

  /// Lists the ways for a value's operation.
  ///
  /// - Throws: `Explanation` for a value that is no convolution, transposed convolution or pool.
  init(_ node: Node) throws {
    let (operation, step) = try node.step()
    let operands = try step.operands.map { try $0.value.tensor() }
    let type = node.value.source.elementType
    let upstream = try Tensor(node.value.shape, type, filledWith: 1)
    elementType = type
    switch operation {
    case let operation as ConvolutionOperation:
      ways = try Self.convolution(operation.convolution, operands, upstream, type)
    case let operation as TransposedConvolutionOperation:
      ways = try Self.transposed(operation.convolution, operands, type)
    case let operation as PoolOperation: ways = Self.pool(operation, operands[0], upstream)
    default:
      throw Explanation(
        "`compare` runs conv, convtranspose and pool, and this was made by `\(operation.verb)`",
        role: "x", help: "`graph` shows what it was made of")
    }
  }

  /// Runs every way: the first of each pass is what the others are compared with.
  ///
  /// - Throws: what a run throws, and `Interrupted`.
  func run() throws -> [AlgorithmRun] {
    var references: [String: Tensor] = [:]
    return try ways.map { way in
      try Interrupt.check()
      let (result, seconds, extra) = try Self.measure(way.run)
      let difference = try references[way.pass].map { try Self.difference(result, $0) }
      if references[way.pass] == nil { references[way.pass] = result }
      return AlgorithmRun(
        pass: way.pass, algorithm: way.algorithm, isChosen: way.isChosen, seconds: seconds,
        operations: way.operations, extraBytes: extra, difference: difference)
    }
  }

  private static func measure(
    _ body: () throws -> Tensor
  ) throws -> (result: Tensor, seconds: Double, extraBytes: Int) {
    let clock = ContinuousClock()
    let before = Arena.byteCount
    Arena.resetPeak()
    let start = clock.now
    var result = try body()
    var times = [clock.now - start]
    let resultBytes = result.shape.count * result.elementType.byteCount
    let extra = Arena.peakByteCount - before - resultBytes
    while clock.now - start < patience * (times.count < repeats.lowerBound ? 10 : 1),
      times.count < repeats.upperBound
    {
      try Interrupt.check()
      times.append(try clock.measure { result = try body() })
    }
    times.sort()
    return (result, times[times.count / 2] / .seconds(1), max(0, extra))
  }

  private static func difference(_ a: Tensor, _ b: Tensor) throws -> Double {
    guard a.shape.count > 0 else { return 0 }
    return try Tensor.combine(.subtract, a, b).map(.abs).reduced(.max).number
  }

  private static func convolution(
    _ options: ConvolutionOptions, _ operands: [Tensor], _ upstream: Tensor, _ type: ElementType
  ) throws -> [Way] {
    let (x, k, bias) = (operands[0], operands[1], operands.count > 2 ? operands[2] : nil)
    let plan = try ConvolutionPlan(convolving: x.shape, with: k.shape, options: options, type)
    let geometry = try ConvolutionGeometry(input: x.shape, kernel: k.shape, options: options)
    let operations = plan.floatingPointOperations
    let algorithms = geometry.algorithms(in: type)
    func with(_ algorithm: ConvolutionAlgorithm) -> ConvolutionOptions {
      var options = options
      options.algorithm = algorithm
      return options
    }
    let forward = algorithms.map { algorithm in
      Way(
        pass: "forward", algorithm: "\(algorithm)",
        isChosen: algorithm == geometry.choice(in: type).algorithm, operations: operations
      ) { try Convolution.forward(x, k, bias: bias, options: with(algorithm)) }
    }
    let input = geometry.inputGradientRoutes(in: type).map { route in
      Way(
        pass: "dx", algorithm: "\(route)", isChosen: route == geometry.inputGradientRoute(in: type),
        operations: operations
      ) {
        try Convolution.inputGradient(
          upstream: upstream, kernel: k, input: x.shape, options: options, route: route)
      }
    }
    let kernel = algorithms.map { algorithm in
      Way(
        pass: "dk", algorithm: "\(algorithm)",
        isChosen: algorithm == geometry.kernelGradientAlgorithm(in: type), operations: operations
      ) {
        try Convolution.kernelGradient(
          upstream: upstream, input: x, kernel: k.shape, options: with(algorithm))
      }
    }
    return forward + input + kernel
  }

  private static func transposed(
    _ options: TransposedConvolutionOptions, _ operands: [Tensor], _ type: ElementType
  ) throws -> [Way] {
    let (x, k, bias) = (operands[0], operands[1], operands.count > 2 ? operands[2] : nil)
    let plan = try ConvolutionPlan(transposing: x.shape, with: k.shape, options: options, type)
    let geometry = try TransposedGeometry(input: x.shape, kernel: k.shape, options: options)
    let operations = plan.floatingPointOperations
    return TransposedAlgorithm.allCases.filter { $0 != .automatic }.map { algorithm in
      var options = options
      options.algorithm = algorithm
      let chosen = options
      return Way(
        pass: "forward", algorithm: "\(algorithm)", isChosen: algorithm == geometry.choice,
        operations: operations
      ) { try TransposedConvolution.forward(x, k, bias: bias, options: chosen) }
    }
  }

  private static func pool(
    _ operation: PoolOperation, _ x: Tensor, _ upstream: Tensor
  ) -> [Way] {
    [
      Way(pass: "forward", algorithm: "direct", isChosen: true, operations: nil) {
        try Pooling.forward(x, kernel: operation.kernel, options: operation.pool)
      },
      Way(pass: "dx", algorithm: "direct", isChosen: true, operations: nil) {
        try Pooling.inputGradient(
          upstream: upstream, input: x, kernel: operation.kernel, options: operation.pool)
      },
    ]
  }
}
