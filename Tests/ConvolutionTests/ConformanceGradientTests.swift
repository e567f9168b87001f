import Kernels
import Tensors
import Testing
import Windows

@testable import Convolution

/// A gradient agrees with PyTorch's when |a − b| ≤ 1e-12 · (1 + |b|).
@Suite struct ConformanceGradientTests {
  private static let tolerance = ConformanceTests.tolerance

  @Test(
    "conv's input gradient", arguments: ConformanceCase.of("conv"), InputGradientRoute.general)
  func input(_ example: ConformanceCase, _ route: InputGradientRoute) throws {
    let (x, k, u) = try example.operands()
    let expected = try #require(try example.expected("dx"))
    var options = example.convolutionOptions
    let first = try Convolution.inputGradient(
      upstream: u, kernel: k, input: x.shape, options: options, route: route)
    #expect(disagreement(first, expected) <= Self.tolerance)

    options.flips = true
    let flipped = try Convolution.inputGradient(
      upstream: u, kernel: k.flipped([2, 3]), input: x.shape, options: options, route: route)
    #expect(disagreement(flipped, expected) <= Self.tolerance)

    options.flips = false
    options.layout = .nhwc
    let last = try Convolution.inputGradient(
      upstream: u.permuted([0, 2, 3, 1]).contiguous(),
      kernel: k.permuted([2, 3, 1, 0]).contiguous(), input: x.permuted([0, 2, 3, 1]).shape,
      options: options, route: route)
    #expect(disagreement(try last.permuted([0, 3, 1, 2]), expected) <= Self.tolerance)
  }

  @Test(
    "conv's kernel gradient", arguments: ConformanceCase.of("conv"), ConvolutionAlgorithm.general)
  func kernel(_ example: ConformanceCase, _ algorithm: ConvolutionAlgorithm) throws {
    let (x, k, u) = try example.operands()
    let expected = try #require(try example.expected("dk"))
    var options = example.convolutionOptions
    options.algorithm = algorithm
    let first = try Convolution.kernelGradient(
      upstream: u, input: x, kernel: k.shape, options: options)
    #expect(disagreement(first, expected) <= Self.tolerance)

    options.flips = true
    let flipped = try Convolution.kernelGradient(
      upstream: u, input: x, kernel: k.shape, options: options)
    #expect(disagreement(try flipped.flipped([2, 3]), expected) <= Self.tolerance)

    for flips in [false, true] {
      options.flips = flips
      options.layout = .nhwc
      let last = try Convolution.kernelGradient(
        upstream: u.permuted([0, 2, 3, 1]).contiguous(),
        input: x.permuted([0, 2, 3, 1]).contiguous(), kernel: k.permuted([2, 3, 1, 0]).shape,
        options: options
      ).permuted([3, 2, 0, 1])
      #expect(disagreement(flips ? try last.flipped([2, 3]) : last, expected) <= Self.tolerance)
    }
  }

  @Test(
    "conv's bias gradient",
    arguments: ConformanceCase.of("conv").filter { $0.expect["db"] != nil })
  func bias(_ example: ConformanceCase) throws {
    let (x, k, u) = try example.operands()
    let b = try #require(try example.input("b"))
    let expected = try #require(try example.expected("db"))
    var options = example.convolutionOptions
    let first = try Convolution.biasGradient(
      upstream: u, input: x.shape, kernel: k.shape, bias: b.shape, options: options)
    #expect(disagreement(first, expected) <= Self.tolerance)
    options.layout = .nhwc
    let last = try Convolution.biasGradient(
      upstream: u.permuted([0, 2, 3, 1]), input: x.permuted([0, 2, 3, 1]).shape,
      kernel: k.permuted([2, 3, 1, 0]).shape, options: options)
    #expect(disagreement(last, expected) <= Self.tolerance)
  }

  @Test(
    "convtranspose's gradients", arguments: ConformanceCase.of("convtranspose"),
    TransposedAlgorithm.allCases)
  func transposed(_ example: ConformanceCase, _ algorithm: TransposedAlgorithm) throws {
    let (x, k, u) = try example.operands()
    let (dx, dk) = try (
      #require(try example.expected("dx")), #require(try example.expected("dk"))
    )
    var options = example.transposedOptions
    options.algorithm = algorithm
    let input = try TransposedConvolution.inputGradient(
      upstream: u, kernel: k, input: x.shape, options: options)
    #expect(disagreement(input, dx) <= Self.tolerance)
    let kernel = try TransposedConvolution.kernelGradient(
      upstream: u, input: x, kernel: k.shape, options: options)
    #expect(disagreement(kernel, dk) <= Self.tolerance)

    options.layout = .nhwc
    let (lastX, lastK, lastU) = try (
      x.permuted([0, 2, 3, 1]), k.permuted([2, 3, 1, 0]), u.permuted([0, 2, 3, 1])
    )
    let lastInput = try TransposedConvolution.inputGradient(
      upstream: lastU, kernel: lastK, input: lastX.shape, options: options)
    #expect(disagreement(try lastInput.permuted([0, 3, 1, 2]), dx) <= Self.tolerance)
    let lastKernel = try TransposedConvolution.kernelGradient(
      upstream: lastU, input: lastX, kernel: lastK.shape, options: options)
    #expect(disagreement(try lastKernel.permuted([3, 2, 0, 1]), dk) <= Self.tolerance)
    let bias = try TransposedConvolution.biasGradient(
      upstream: lastU, input: lastX.shape, kernel: lastK.shape, options: options)
    #expect(disagreement(bias, try u.reduced(.sum, axes: [0, 2, 3])) <= Self.tolerance)
  }

  @Test("pool's input gradient", arguments: ConformanceCase.of("pool"))
  func pool(_ example: ConformanceCase) throws {
    let x = try #require(try example.input("x"))
    let u = try #require(try example.input("u"))
    let kernel = try #require(example.window.flatMap(Extent.init(spelled:)))
    let options = try #require(example.poolOptions)
    let gradient = try Pooling.inputGradient(
      upstream: u, input: x, kernel: kernel, options: options)
    #expect(disagreement(gradient, try #require(try example.expected("dx"))) <= Self.tolerance)
  }
}
