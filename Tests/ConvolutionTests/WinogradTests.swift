import Kernels
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
