import Kernels
import Tensors
import Testing
import Windows

@testable import Convolution

/// Work that is prepared once, done on blocks whose cells change, beside the same computed afresh.
@Suite struct RepeatedConvolutionTests {
  /// Operands in one layout and type; the second round has others in the same blocks.
  private struct Round {
    let x, k, bias, u: Tensor

    init(_ small: SmallConvolution, _ layout: ImageLayout, _ type: ElementType) throws {
      func laid(_ tensor: Tensor, _ axes: [Int]) throws -> Tensor {
        try (layout == .nchw ? tensor : tensor.permuted(axes)).copied(to: type)
      }
      x = try laid(small.input(), [0, 2, 3, 1])
      k = try laid(small.kernel(), [2, 3, 1, 0])
      bias = try small.bias().copied(to: type)
      u = try laid(small.upstream(), [0, 2, 3, 1])
    }

    func change() throws {
      for tensor in [x, k, bias, u] {
        try tensor.write(Tensor.combine(.subtract, Tensor(0.5, tensor.elementType), tensor))
      }
    }
  }

  @Test(arguments: ImageLayout.allCases, ElementType.allCases)
  func `every small convolution and its gradients`(_ layout: ImageLayout, _ type: ElementType)
    throws
  {
    for (place, small) in SmallConvolution.all.enumerated() {
      let round = try Round(small, layout, type)
      let (x, k, bias, u) = (round.x, round.k, round.bias, round.u)
      let able = ConvolutionAlgorithm.allCases.filter { $0 != .winograd2 && $0 != .winograd4 }
      let options = small.options(able[place % able.count], layout)
      let activation = UnaryFunction.allCases[place % UnaryFunction.allCases.count]
      let results = try (y: u.copied(to: type), dx: x.copied(to: type), dk: k.copied(to: type))
      let route = InputGradientRoute.general[place % InputGradientRoute.general.count]
      let works = try [
        Convolution.repeatedForward(
          x, k, bias: bias, into: results.y, options: options, activation: activation),
        Convolution.repeatedInputGradient(
          upstream: u, kernel: k, into: results.dx, options: options, route: route),
        Convolution.repeatedKernelGradient(
          upstream: u, input: x, into: results.dk, options: options),
      ]
      for _ in 0..<2 {
        for work in works { try work() }
        let y = try Convolution.forward(x, k, bias: bias, options: options).map(activation)
        let dx = try Convolution.inputGradient(
          upstream: u, kernel: k, input: x.shape, options: options, route: route)
        let dk = try Convolution.kernelGradient(
          upstream: u, input: x, kernel: k.shape, options: options)
        #expect(disagreement(results.y, y) == 0, "\(small) \(options.algorithm) \(activation)")
        #expect(disagreement(results.dx, dx) == 0, "\(small) \(route)")
        #expect(disagreement(results.dk, dk) == 0, "\(small) \(options.algorithm)")
        try round.change()
      }
    }
  }

  @Test(arguments: UnaryFunction.allCases, ConvolutionAlgorithm.allCases)
  func `a function of every output, over several pieces and channels`(
    _ function: UnaryFunction, _ algorithm: ConvolutionAlgorithm
  ) throws {
    let x = try sixteenths([2, 3, 70, 90], seed: 5).converted(to: .f32)
    let k = try sixteenths([19, 3, 3, 3], seed: 6).converted(to: .f32)
    for infinite in [false, true] {
      if infinite { k.cells.storage.withMutableSpan(of: Float.self) { $0[30] = -.infinity } }
      let options = ConvolutionOptions(padding: .same, algorithm: algorithm)
      let expected = try Convolution.forward(x, k, options: options).map(function)
      let result = try Tensor.uninitialized(expected.shape, .f32)
      try Convolution.repeatedForward(
        x, k, bias: nil, into: result, options: options, activation: function)()
      #expect(disagreement(result, expected) == 0)
    }
  }
}
