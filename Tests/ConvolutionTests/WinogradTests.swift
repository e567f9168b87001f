import Kernels
import Synchronization
import Tensors
import Testing
import Windows

@testable import Convolution

/// Multiples of 1/16 no larger than 4: the sums of F(2×2, 3×3) are exact in f32, so that results are
/// compared for equality.
@Suite struct WinogradTests {
  /// Sizes around a tile's and a vector's edges.
  struct Case: Sendable, CustomStringConvertible {
    var images = 1
    var groups = 1
    var channels = 3
    var outputs = 9
    var rows = 6
    var columns = 6
    var padding = PaddingSides(top: 1, left: 1, bottom: 1, right: 1)

    var description: String {
      "\(images)x\(groups * channels)x\(rows)x\(columns) by \(groups * outputs) pad=\(padding)"
        + " groups=\(groups)"
    }

    func options(
      _ algorithm: ConvolutionAlgorithm, _ layout: ImageLayout = .nchw
    ) -> ConvolutionOptions {
      ConvolutionOptions(
        padding: .explicit(padding), groups: groups, layout: layout, algorithm: algorithm)
    }

    func input() throws -> Tensor {
      try sixteenths([images, groups * channels, rows, columns], seed: 1).converted(to: .f32)
    }

    func kernel() throws -> Tensor {
      try sixteenths([groups * outputs, channels, 3, 3], seed: 2).converted(to: .f32)
    }

    func bias() throws -> Tensor { try sixteenths([groups * outputs], seed: 3).converted(to: .f32) }

    func upstream() throws -> Tensor {
      let shape = try ConvolutionGeometry(
        input: input().shape, kernel: kernel().shape, options: options(.direct)
      ).result
      return try sixteenths((0..<4).map { shape[$0] }, seed: 4).converted(to: .f32)
    }

    static let all: [Case] = {
      var cases: [Case] = []
      for rows in [1, 2, 3, 4, 5, 9] {
        for columns in [1, 2, 3, 4, 5, 31, 32, 33, 67] {
          for (before, after) in [(0, 0), (1, 1), (2, 2), (0, 1), (3, 0)] {
            if rows + before + after < 3 || columns + before + after < 3 { continue }
            cases.append(
              Case(
                rows: rows, columns: columns,
                padding: PaddingSides(top: before, left: after, bottom: after, right: before)))
          }
        }
      }
      for (images, groups, channels, outputs) in [
        (1, 1, 1, 1), (2, 1, 1, 8), (3, 2, 2, 7), (5, 3, 1, 17), (2, 1, 70, 20),
      ] {
        for (rows, columns) in [(3, 3), (7, 7), (8, 14)] {
          cases.append(
            Case(
              images: images, groups: groups, channels: channels, outputs: outputs, rows: rows,
              columns: columns))
        }
      }
      return cases
    }()
  }

  private static let algorithms = [ConvolutionAlgorithm.winograd2, .winograd4]

  /// F(4×4, 3×3) divides by 3; its results are near, not equal.
  private func bound(_ algorithm: ConvolutionAlgorithm) -> Double {
    algorithm == .winograd2 ? 0 : 2e-3
  }

  @Test("forward gives what direct gives, in both layouts", arguments: Case.all, algorithms)
  func forward(_ example: Case, _ algorithm: ConvolutionAlgorithm) throws {
    let (x, k, bias) = try (example.input(), example.kernel(), example.bias())
    let expected = try Convolution.forward(x, k, bias: bias, options: example.options(.direct))
    let found = try Convolution.forward(x, k, bias: bias, options: example.options(algorithm))
    #expect(disagreement(found, expected) <= bound(algorithm))
    let last = try Convolution.forward(
      x.permuted([0, 2, 3, 1]).contiguous(), k.permuted([2, 3, 1, 0]).contiguous(), bias: bias,
      options: example.options(algorithm, .nhwc))
    #expect(disagreement(try last.permuted([0, 3, 1, 2]), expected) <= bound(algorithm))
  }

  @Test("the input gradient is what plain loops find", arguments: Case.all, algorithms)
  func inputGradient(_ example: Case, _ algorithm: ConvolutionAlgorithm) throws {
    let (x, k, u) = try (example.input(), example.kernel(), example.upstream())
    let expected = try Convolution.inputGradient(
      upstream: u, kernel: k, input: x.shape, options: example.options(.direct))
    let found = try Convolution.inputGradient(
      upstream: u, kernel: k, input: x.shape, options: example.options(algorithm))
    #expect(disagreement(found, expected) <= bound(algorithm))
  }

  /// Around the edges of a kernel gradient's tiles, blocks, ranges and parts.
  private static let gradientCases: [Case] = {
    var cases: [Case] = []
    for outputs in [1, 7, 8, 9, 15, 16, 17, 33, 48, 64, 65, 130] {
      cases.append(Case(images: 2, channels: 2, outputs: outputs, rows: 5, columns: 7))
    }
    for channels in [1, 2, 5, 6, 7, 8, 9, 16, 63, 64, 65, 130] {
      cases.append(Case(channels: channels, outputs: 20, rows: 5, columns: 6))
      cases.append(Case(channels: channels, outputs: 50, rows: 4, columns: 4))
    }
    for (rows, columns) in [(16, 16), (15, 17), (2, 128), (3, 130), (40, 38), (90, 95)] {
      cases.append(Case(channels: 3, outputs: 18, rows: rows, columns: columns))
      cases.append(
        Case(images: 2, groups: 2, channels: 2, outputs: 3, rows: rows, columns: columns))
    }
    return cases
  }()

  @Test("the kernel gradient is what plain loops find", arguments: Case.all + gradientCases)
  func kernelGradient(_ example: Case) throws {
    let (x, k, u) = try (example.input(), example.kernel(), example.upstream())
    // Sums in f32 would not be exact.
    let expected = try Convolution.kernelGradient(
      upstream: u.converted(to: .f64), input: x.converted(to: .f64), kernel: k.shape,
      options: example.options(.direct))
    let found = try Convolution.kernelGradient(
      upstream: u, input: x, kernel: k.shape, options: example.options(.winograd2))
    #expect(found.elementType == .f32)
    #expect(disagreement(found, expected) <= 1e-6)
    let last = try Convolution.kernelGradient(
      upstream: u.permuted([0, 2, 3, 1]).contiguous(),
      input: x.permuted([0, 2, 3, 1]).contiguous(), kernel: k.permuted([2, 3, 1, 0]).shape,
      options: example.options(.winograd4, .nhwc))
    #expect(disagreement(try last.permuted([3, 2, 0, 1]), expected) <= 1e-6)
  }

  @Test("the kernel gradient of views and of turned kernels", arguments: [false, true])
  func gradientOfViews(_ flips: Bool) throws {
    var options = ConvolutionOptions(padding: .all(1), flips: flips, algorithm: .direct)
    let x = try sixteenths([5, 7, 4, 2]).converted(to: .f32).permuted([3, 2, 0, 1]).flipped([2])
    let u = try sixteenths([7, 2, 9, 5], seed: 2).converted(to: .f32).permuted([1, 2, 3, 0])
      .flipped([1, 3])
    let expected = try Convolution.kernelGradient(
      upstream: u, input: x, kernel: Shape([9, 4, 3, 3]), options: options)
    options.algorithm = .winograd2
    let found = try Convolution.kernelGradient(
      upstream: u, input: x, kernel: Shape([9, 4, 3, 3]), options: options)
    #expect(disagreement(found, expected) == 0)
  }

  @Test(
    "NaN and infinity reach the kernel gradient as plain loops take them",
    arguments: [Double.infinity, .nan, 3e38], [0, 1, 2])
  func nonFiniteGradient(_ number: Double, _ padding: Int) throws {
    let example = Case(
      channels: 2, outputs: 5, rows: 5, columns: 6,
      padding: PaddingSides(top: padding, left: padding, bottom: padding, right: padding))
    let (x, k, u) = try (example.input(), example.kernel(), example.upstream())
    func check(_ x: Tensor, _ u: Tensor) throws {
      let expected = try Convolution.kernelGradient(
        upstream: u, input: x, kernel: k.shape, options: example.options(.direct))
      let found = try Convolution.kernelGradient(
        upstream: u, input: x, kernel: k.shape, options: example.options(.winograd2))
      #expect(disagreement(found, expected) < 1e-6)
    }
    for place in stride(from: 0, to: x.shape.count, by: 7) {
      let spoiled = try x.copied(to: .f32)
      spoiled.cells.storage[place] = number
      try check(spoiled, u)
    }
    for place in stride(from: 0, to: u.shape.count, by: 7) {
      let spoiled = try u.copied(to: .f32)
      spoiled.cells.storage[place] = number
      try check(x, spoiled)
    }
  }

  @Test("one thread and several give the same kernel gradient", arguments: [(1, 56), (3, 28)])
  func threads(_ images: Int, _ side: Int) throws {
    var random = RandomSource(seed: 6)
    let x = try Tensor.normal(Shape([images, 70, side, side]), .f32, using: &random)
    let u = try Tensor.normal(Shape([images, 40, side, side]), .f32, using: &random)
    let options = ConvolutionOptions(padding: .all(1), algorithm: .winograd2)
    @Sendable func gradient() throws -> [Double] {
      try Convolution.kernelGradient(
        upstream: u, input: x, kernel: Shape([40, 70, 3, 3]), options: options
      ).array
    }
    let several = try gradient()
    // A call from inside another one runs on its own thread alone.
    let alone = Mutex<[Double]?>(nil)
    try Workers.run(2) { (item: Int) throws(Interrupted) in
      guard item == 0, let result = try? gradient() else { return }
      alone.withLock { $0 = result }
    }
    #expect(alone.withLock { $0 } == several)
  }

  @Test("views, and kernels turned by 180 degrees", arguments: algorithms)
  func views(_ algorithm: ConvolutionAlgorithm) throws {
    var options = ConvolutionOptions(padding: .all(1), algorithm: algorithm)
    let x = try sixteenths([5, 7, 4, 2]).converted(to: .f32).permuted([3, 2, 0, 1]).flipped([2])
    let k = try sixteenths([3, 4, 3, 9], seed: 2).converted(to: .f32).permuted([3, 1, 2, 0])
      .flipped([0, 3])
    for flips in [false, true] {
      options.flips = flips
      options.algorithm = .direct
      let expected = try Convolution.forward(x, k, options: options)
      options.algorithm = algorithm
      #expect(
        disagreement(try Convolution.forward(x, k, options: options), expected)
          <= bound(algorithm))
    }
  }

  @Test(
    "where an operand is not finite, the result is that of direct",
    arguments: [Float.infinity, -.infinity, .nan, 3e38], [true, false])
  func nonFinite(_ number: Float, _ isPixel: Bool) throws {
    let example = Case(rows: 9, columns: 40)
    var (x, k) = try (example.input(), example.kernel())
    if isPixel {
      try x.set([0, 1, 4, 7], to: Double(number))
    } else {
      try k.set([4, 1, 0, 2], to: Double(number))
    }
    let bias = try example.bias()
    let expected = try Convolution.forward(x, k, bias: bias, options: example.options(.implicit))
    let found = try Convolution.forward(x, k, bias: bias, options: example.options(.winograd2))
    #expect(disagreement(found, expected) < 1e-6)
  }

  @Test("another kernel, a step, and f64 are refused")
  func obstacles() throws {
    let x = try Tensor(Shape([1, 2, 9, 9]), .f32)
    func refuse(_ k: [Int], _ options: ConvolutionOptions, _ obstacle: WinogradObstacle) throws {
      let k = try Tensor(Shape(k), .f32)
      #expect(throws: ConvolutionError.winograd(.winograd2, obstacle)) {
        try Convolution.forward(x, k, options: options)
      }
      #expect(throws: ConvolutionError.winograd(.winograd2, obstacle)) {
        try ConvolutionPlan(convolving: x.shape, with: k.shape, options: options, .f32)
      }
    }
    let plain = ConvolutionOptions(algorithm: .winograd2)
    try refuse([4, 2, 5, 3], plain, .kernel(Extent(rows: 5, columns: 3)))
    var stepping = plain
    stepping.stride = Extent(rows: 1, columns: 2)
    try refuse([4, 2, 3, 3], stepping, .stride(Extent(rows: 1, columns: 2)))
    var spread = plain
    spread.dilation = Extent(2)
    try refuse([4, 2, 3, 3], spread, .dilation(Extent(2)))
    let double = try Tensor(Shape([4, 2, 3, 3]), .f64)
    let refusal = ConvolutionError.winograd(.winograd2, .elementType(.f64))
    #expect(throws: refusal) { try Convolution.forward(x, double, options: plain) }
    #expect(throws: refusal) {
      try Convolution.inputGradient(
        upstream: Tensor(Shape([1, 4, 7, 7]), .f64), kernel: double, input: x.shape, options: plain)
    }
    #expect(throws: refusal) {
      try ConvolutionPlan(convolving: x.shape, with: double.shape, options: plain, .f64)
    }
  }

  @Test("it is chosen in f32 where channels, outputs and tiles are many")
  func choice() throws {
    func choice(_ x: [Int], _ k: [Int], _ type: ElementType) throws -> ConvolutionAlgorithm {
      try ConvolutionGeometry(input: Shape(x), kernel: Shape(k), options: ConvolutionOptions())
        .choice(in: type).algorithm
    }
    #expect(try choice([64, 56, 56], [64, 64, 3, 3], .f32) == .winograd2)
    #expect(try choice([64, 56, 56], [64, 64, 3, 3], .f64) != .winograd2)
    #expect(try choice([3, 56, 56], [64, 3, 3, 3], .f32) != .winograd2)
    #expect(try choice([64, 56, 56], [3, 64, 3, 3], .f32) != .winograd2)
    #expect(try choice([64, 56, 56], [64, 64, 5, 5], .f32) != .winograd2)
    #expect(try choice([64, 7, 7], [64, 64, 3, 3], .f32) != .winograd2)
  }

  @Test("it is chosen for kernel gradients in f32 where it saves more than its sums cost")
  func gradientChoice() throws {
    func choice(_ x: [Int], _ k: [Int], _ type: ElementType) throws -> ConvolutionAlgorithm {
      try ConvolutionGeometry(
        input: Shape(x), kernel: Shape(k), options: ConvolutionOptions(padding: .all(1))
      ).kernelGradientAlgorithm(in: type)
    }
    #expect(try choice([64, 56, 56], [64, 64, 3, 3], .f32) == .winograd2)
    #expect(try choice([64, 14, 14], [64, 64, 3, 3], .f32) == .winograd2)
    #expect(try choice([64, 56, 56], [64, 64, 3, 3], .f64) == .blocked)
    #expect(try choice([512, 7, 7], [512, 512, 3, 3], .f32) == .blocked)
    #expect(try choice([3, 56, 56], [64, 3, 3, 3], .f32) == .blocked)
    #expect(try choice([64, 56, 56], [3, 64, 3, 3], .f32) == .blocked)
    #expect(try choice([64, 56, 56], [64, 64, 5, 5], .f32) == .blocked)
  }

  @Test("a kernel gradient stops when asked to")
  func gradientInterruption() throws {
    let example = Case(images: 2, rows: 40, columns: 40)
    let (x, k, u) = try (example.input(), example.kernel(), example.upstream())
    for looks in 0..<4 {
      #expect(throws: ConvolutionError.tensor(.interrupted)) {
        try Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: looks)) {
          _ = try Convolution.kernelGradient(
            upstream: u, input: x, kernel: k.shape, options: example.options(.winograd2))
        }
      }
    }
  }

  @Test("rounding of a kernel gradient in f32: no more than 4 times what plain sums lose")
  func gradientAccuracy() throws {
    var random = RandomSource(seed: 9)
    let x = try Tensor.normal(Shape([1, 32, 56, 56]), .f32, using: &random)
    let u = try Tensor.normal(Shape([1, 32, 56, 56]), .f32, using: &random)
    func gradient(_ type: ElementType, _ algorithm: ConvolutionAlgorithm) throws -> Tensor {
      try Convolution.kernelGradient(
        upstream: u.converted(to: type), input: x.converted(to: type),
        kernel: Shape([32, 32, 3, 3]),
        options: ConvolutionOptions(padding: .all(1), algorithm: algorithm))
    }
    let exact = try gradient(.f64, .direct)
    func error(_ algorithm: ConvolutionAlgorithm) throws -> Double {
      try Tensor.combine(.subtract, gradient(.f32, algorithm), exact).map(.abs).reduced(.max)
        .number
    }
    #expect(try error(.winograd2) <= 4 * error(.blocked))
  }

  @Test("it stops when asked to", arguments: algorithms)
  func interruption(_ algorithm: ConvolutionAlgorithm) throws {
    let example = Case(rows: 40, columns: 40)
    let (x, k) = try (example.input(), example.kernel())
    for looks in 0..<4 {
      #expect(throws: ConvolutionError.tensor(.interrupted)) {
        try Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: looks)) {
          _ = try Convolution.forward(x, k, options: example.options(algorithm))
        }
      }
    }
  }

  @Test(
    "rounding in f32 with 256 channels: 5e-5 for 2×2 tiles, 8e-4 for 4×4", arguments: algorithms)
  func accuracy(_ algorithm: ConvolutionAlgorithm) throws {
    var random = RandomSource(seed: 7)
    let x = try Tensor.normal(Shape([1, 256, 12, 12]), .f32, using: &random)
    let k = try Tensor.normal(Shape([32, 256, 3, 3]), .f32, using: &random)
    let expected = try Convolution.forward(x.converted(to: .f64), k.converted(to: .f64))
    let found = try Convolution.forward(x, k, options: ConvolutionOptions(algorithm: algorithm))
    let worst = try Tensor.combine(.subtract, found, expected).map(.abs).reduced(.max).number
    let largest = try expected.map(.abs).reduced(.max).number
    // Results are near 48 · normal; the bounds are of weights that keep them near 1.
    #expect(worst / largest < (algorithm == .winograd2 ? 5e-6 : 8e-5))
    #expect(worst / 48 < (algorithm == .winograd2 ? 5e-5 : 8e-4))
  }
}
