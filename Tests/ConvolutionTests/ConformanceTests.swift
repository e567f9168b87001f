import Kernels
import Tensors
import Testing
import Windows

@testable import Convolution

/// A result agrees with PyTorch's when |a − b| ≤ 1e-12 · (1 + |b|).
@Suite struct ConformanceTests {
  static let tolerance = 1e-12

  @Test("the file holds all cases")
  func counts() {
    #expect(ConformanceCase.of("conv").count == 45)
    #expect(ConformanceCase.of("convtranspose").count == 15)
    #expect(ConformanceCase.of("pool").count == 30)
    #expect(ConformanceCase.of("im2col").count == 15)
    #expect(ConformanceCase.all.count == 105)
  }

  @Test("conv", arguments: ConformanceCase.of("conv"), ConvolutionAlgorithm.general)
  func convolution(_ example: ConformanceCase, _ algorithm: ConvolutionAlgorithm) throws {
    let x = try #require(try example.input("x"))
    let k = try #require(try example.input("k"))
    var options = example.convolutionOptions
    options.algorithm = algorithm
    let expected = try #require(try example.expected("y"))
    let bias = try example.input("b")
    let y = try Convolution.forward(x, k, bias: bias, options: options)
    #expect(disagreement(y, expected) <= Self.tolerance)

    options.layout = .nhwc
    let last = try Convolution.forward(
      x.permuted([0, 2, 3, 1]).contiguous(), k.permuted([2, 3, 1, 0]).contiguous(), bias: bias,
      options: options)
    #expect(disagreement(try last.permuted([0, 3, 1, 2]), expected) <= Self.tolerance)

    options.layout = .nchw
    options.flips = true
    let flipped = try Convolution.forward(x, k.flipped([2, 3]), bias: bias, options: options)
    #expect(disagreement(flipped, expected) <= Self.tolerance)
  }

  @Test(
    "convtranspose", arguments: ConformanceCase.of("convtranspose"), TransposedAlgorithm.allCases)
  func transposed(_ example: ConformanceCase, _ algorithm: TransposedAlgorithm) throws {
    let x = try #require(try example.input("x"))
    let k = try #require(try example.input("k"))
    var options = example.transposedOptions
    options.algorithm = algorithm
    let expected = try #require(try example.expected("y"))
    let bias = try example.input("b")
    let y = try TransposedConvolution.forward(x, k, bias: bias, options: options)
    #expect(disagreement(y, expected) <= Self.tolerance)

    options.layout = .nhwc
    let last = try TransposedConvolution.forward(
      x.permuted([0, 2, 3, 1]), k.permuted([2, 3, 1, 0]), bias: bias, options: options)
    #expect(disagreement(try last.permuted([0, 3, 1, 2]), expected) <= Self.tolerance)
  }

  @Test("pool", arguments: ConformanceCase.of("pool"))
  func pool(_ example: ConformanceCase) throws {
    let x = try #require(try example.input("x"))
    let kernel = try #require(example.window.flatMap(Extent.init(spelled:)))
    let options = try #require(example.poolOptions)
    let y = try Pooling.forward(x, kernel: kernel, options: options)
    #expect(disagreement(y, try #require(try example.expected("y"))) <= Self.tolerance)
  }

  @Test("im2col and col2im", arguments: ConformanceCase.of("im2col"))
  func unrolled(_ example: ConformanceCase) throws {
    let x = try #require(try example.input("x"))
    let m = try #require(try example.input("m"))
    let window = try SlidingWindow(
      input: Extent(rows: x.shape[2], columns: x.shape[3]),
      kernel: try #require(example.window.flatMap(Extent.init(spelled:))),
      stride: example.extent("stride") ?? Extent(1), padding: example.padding,
      dilation: example.extent("dilation") ?? Extent(1))
    let order = try #require(example.options["order"].flatMap(PatchOrder.init))
    let columns = try PatchMatrix(x, window: window, order: order).materialized()
    #expect(disagreement(columns, try #require(try example.expected("cols"))) <= Self.tolerance)
    let image = try Col2im.sum(m, image: x.shape, window: window, order: order)
    #expect(disagreement(image, try #require(try example.expected("image"))) <= Self.tolerance)
  }
}
