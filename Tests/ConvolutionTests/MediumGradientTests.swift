import Kernels
import Synchronization
import Tensors
import Testing
import Windows

@testable import Convolution

/// Shapes large enough that products are cut into tiles, parts and panels; operands are multiples of
/// 1/16, so that sums are exact in f64.
@Suite struct MediumGradientTests {
  struct Case: Sendable, CustomStringConvertible {
    let x: [Int]
    let k: [Int]
    let options: ConvolutionOptions

    init(
      _ x: [Int], _ k: [Int], stride: Int = 1, _ padding: Padding = .valid, dilation: Int = 1,
      groups: Int = 1
    ) {
      self.x = x
      self.k = k
      options = ConvolutionOptions(
        stride: Extent(stride), padding: padding, dilation: Extent(dilation), groups: groups)
    }

    var description: String {
      "\(Shape.spelled(x)) by \(Shape.spelled(k)) stride=\(options.stride.rows)"
        + " pad=\(options.padding) dilation=\(options.dilation.rows) groups=\(options.groups)"
    }
  }

  static let cases = [
    Case([1, 8, 19, 23], [10, 8, 3, 3], .all(1)),
    Case([3, 4, 17, 13], [9, 4, 5, 3], stride: 2, .same),
    Case([2, 3, 29, 31], [16, 3, 7, 7], stride: 2, .all(3)),
    Case([1, 3, 43, 47], [12, 3, 11, 11], stride: 4),
    Case([2, 6, 21, 18], [8, 3, 3, 3], stride: 3, .full, dilation: 2, groups: 2),
    Case([2, 9, 15, 16], [12, 3, 3, 4], .sameLower, dilation: 3, groups: 3),
    Case(
      [2, 5, 20, 14], [7, 5, 3, 2], stride: 4,
      .explicit(PaddingSides(top: 2, left: 0, bottom: 1, right: 3)), dilation: 2),
    Case([1, 40, 9, 9], [24, 40, 1, 1]),
    Case([2, 16, 9, 9], [20, 16, 1, 1], stride: 3),
    Case([37, 1, 14, 14], [6, 1, 5, 5], .all(2)),
    Case([19, 1, 12, 12], [1, 1, 3, 3], .all(1)),
    Case([2, 12, 11, 11], [12, 1, 3, 3], stride: 2, .all(1), groups: 12),
    Case([1, 70, 7, 7], [72, 70, 3, 3], .all(1)),
    Case([1, 4, 16, 16], [5, 4, 2, 2], .all(4)),
    Case([1, 4, 16, 16], [5, 4, 2, 2], stride: 5, .all(3)),
  ]

  @Test("every route and algorithm agrees, in both layouts", arguments: cases, [false, true])
  func agreement(_ example: Case, _ flips: Bool) throws {
    let (x, k) = try (sixteenths(example.x), sixteenths(example.k, seed: 2))
    var options = example.options
    options.flips = flips
    let u = try sixteenths(
      ConvolutionGeometry(input: x.shape, kernel: k.shape, options: options).result.lengths,
      seed: 3)
    let (lastX, lastK, lastU) = try (
      x.permuted([0, 2, 3, 1]).contiguous(), k.permuted([2, 3, 1, 0]).contiguous(),
      u.permuted([0, 2, 3, 1]).contiguous()
    )
    let dx = try Convolution.inputGradient(
      upstream: u, kernel: k, input: x.shape, options: options, route: .scatter
    ).array
    options.algorithm = .direct
    let dk = try Convolution.kernelGradient(
      upstream: u, input: x, kernel: k.shape, options: options
    ).array
    let y = try Convolution.forward(x, k, options: options)
    #expect(zip(dx, x.array).reduce(0) { $0 + $1.0 * $1.1 } == dot(u, y))
    #expect(zip(dk, k.array).reduce(0) { $0 + $1.0 * $1.1 } == dot(u, y))
    for algorithm in ConvolutionAlgorithm.general {
      options.algorithm = algorithm
      options.layout = .nchw
      #expect(
        try Convolution.inputGradient(upstream: u, kernel: k, input: x.shape, options: options)
          .array == dx)
      #expect(
        try Convolution.kernelGradient(upstream: u, input: x, kernel: k.shape, options: options)
          .array == dk)
      options.layout = .nhwc
      #expect(
        try Convolution.inputGradient(
          upstream: lastU, kernel: lastK, input: lastX.shape, options: options
        ).permuted([0, 3, 1, 2]).array == dx)
      #expect(
        try Convolution.kernelGradient(
          upstream: lastU, input: lastX, kernel: lastK.shape, options: options
        ).permuted([3, 2, 0, 1]).array == dk)
    }
  }

  @Test("f32 stays near f64", arguments: cases, ConvolutionAlgorithm.general)
  func single(_ example: Case, _ algorithm: ConvolutionAlgorithm) throws {
    var random = RandomSource(seed: 5)
    let x = try Tensor(Shape(example.x), .f64) { random.uniform() - 0.5 }
    let k = try Tensor(Shape(example.k), .f64) { random.uniform() - 0.5 }
    var options = example.options
    options.algorithm = algorithm
    let shape = try ConvolutionGeometry(input: x.shape, kernel: k.shape, options: options).result
    let u = try Tensor(shape, .f64) { random.uniform() - 0.5 }
    let (x32, k32, u32) = try (
      x.converted(to: .f32), k.converted(to: .f32), u.converted(to: .f32)
    )
    let dx = try Convolution.inputGradient(
      upstream: u32, kernel: k32, input: x.shape, options: options)
    #expect(dx.elementType == .f32)
    #expect(
      disagreement(
        dx, try Convolution.inputGradient(upstream: u, kernel: k, input: x.shape, options: options))
        < 1e-5)
    let dk = try Convolution.kernelGradient(
      upstream: u32, input: x32, kernel: k.shape, options: options)
    #expect(dk.elementType == .f32)
    #expect(
      disagreement(
        dk, try Convolution.kernelGradient(upstream: u, input: x, kernel: k.shape, options: options)
      )
        < 1e-5)
  }

  @Test("one thread and several give the same cells", arguments: cases)
  func threads(_ example: Case) throws {
    var random = RandomSource(seed: 6)
    let x = try Tensor(Shape(example.x), .f64) { random.uniform() - 0.5 }
    let k = try Tensor(Shape(example.k), .f64) { random.uniform() - 0.5 }
    let options = example.options
    let shape = try ConvolutionGeometry(input: x.shape, kernel: k.shape, options: options).result
    let u = try Tensor(shape, .f64) { random.uniform() - 0.5 }
    @Sendable func gradients() throws -> [[Double]] {
      try [
        Convolution.inputGradient(upstream: u, kernel: k, input: x.shape, options: options).array,
        Convolution.kernelGradient(upstream: u, input: x, kernel: k.shape, options: options).array,
        Convolution.biasGradient(upstream: u, input: x.shape, kernel: k.shape, options: options)
          .array,
      ]
    }
    let several = try gradients()
    // A call from inside another one runs on its own thread alone.
    let alone = Mutex<[[Double]]?>(nil)
    try Workers.run(2) { (item: Int) throws(Interrupted) in
      guard item == 0, let result = try? gradients() else { return }
      alone.withLock { $0 = result }
    }
    #expect(alone.withLock { $0 } == several)
  }
}
