import Kernels
import Tensors
import Testing
import Windows

@testable import Convolution

/// All operands are multiples of 1/16, so that every sum is exact whatever its order: results are
/// compared for equality.
@Suite struct ExhaustiveGradientTests {
  private static let fast = [InputGradientRoute.col2im, .flipped]

  @Test(
    "every route gives what scatter gives, in both layouts and types",
    arguments: SmallConvolution.all, fast)
  func routes(_ small: SmallConvolution, _ route: InputGradientRoute) throws {
    let (x, k, u) = try (small.input(), small.kernel(), small.upstream())
    let expected = try Convolution.inputGradient(
      upstream: u, kernel: k, input: x.shape, options: small.options(), route: .scatter
    ).array
    let first = try Convolution.inputGradient(
      upstream: u, kernel: k, input: x.shape, options: small.options(), route: route)
    #expect(first.array == expected)
    let single = try Convolution.inputGradient(
      upstream: u.converted(to: .f32), kernel: k.converted(to: .f32), input: x.shape,
      options: small.options(), route: route)
    #expect(single.elementType == .f32)
    #expect(single.array == expected)
    let last = try Convolution.inputGradient(
      upstream: u.permuted([0, 2, 3, 1]).contiguous(), kernel: k.permuted([2, 3, 1, 0]),
      input: x.permuted([0, 2, 3, 1]).shape, options: small.options(.automatic, .nhwc),
      route: route)
    #expect(try last.permuted([0, 3, 1, 2]).array == expected)
  }

  @Test(
    "every algorithm gives direct's kernel gradient, in both layouts and types",
    arguments: SmallConvolution.all, [ConvolutionAlgorithm.im2col, .implicit])
  func kernels(_ small: SmallConvolution, _ algorithm: ConvolutionAlgorithm) throws {
    let (x, k, u) = try (small.input(), small.kernel(), small.upstream())
    let expected = try Convolution.kernelGradient(
      upstream: u, input: x, kernel: k.shape, options: small.options(.direct)
    ).array
    let first = try Convolution.kernelGradient(
      upstream: u, input: x, kernel: k.shape, options: small.options(algorithm))
    #expect(first.array == expected)
    let single = try Convolution.kernelGradient(
      upstream: u.converted(to: .f32), input: x.converted(to: .f32), kernel: k.shape,
      options: small.options(algorithm))
    #expect(single.elementType == .f32)
    #expect(single.array == expected)
    for algorithm in [ConvolutionAlgorithm.direct, algorithm] {
      let last = try Convolution.kernelGradient(
        upstream: u.permuted([0, 2, 3, 1]), input: x.permuted([0, 2, 3, 1]).contiguous(),
        kernel: k.permuted([2, 3, 1, 0]).shape, options: small.options(algorithm, .nhwc))
      #expect(try last.permuted([3, 2, 0, 1]).array == expected)
    }
  }

  @Test("⟨u, conv(x, k)⟩ = ⟨dx, x⟩ = ⟨dk, k⟩", arguments: SmallConvolution.all)
  func adjoint(_ small: SmallConvolution) throws {
    let (x, k, u) = try (small.input(), small.kernel(), small.upstream())
    let product = dot(u, try Convolution.forward(x, k, options: small.options()))
    let dx = try Convolution.inputGradient(
      upstream: u, kernel: k, input: x.shape, options: small.options(), route: .scatter)
    #expect(dot(dx, x) == product)
    let dk = try Convolution.kernelGradient(
      upstream: u, input: x, kernel: k.shape, options: small.options())
    #expect(dot(dk, k) == product)
  }

  @Test(
    "⟨u, convtranspose(x, k)⟩ = ⟨dx, x⟩ = ⟨dk, k⟩", arguments: SmallConvolution.all,
    TransposedAlgorithm.allCases)
  func transposedAdjoint(_ small: SmallConvolution, _ algorithm: TransposedAlgorithm) throws {
    // The convolution's upstream gradient is the transposed one's input.
    let (u, k, x) = try (small.input(), small.kernel(), small.upstream())
    let options = TransposedConvolutionOptions(
      stride: small.window.stride, padding: .explicit(small.window.sides),
      outputPadding: Extent(
        rows: small.window.rows.leftOver, columns: small.window.columns.leftOver),
      dilation: small.window.dilation, groups: small.groups, algorithm: algorithm)
    let product = dot(u, try TransposedConvolution.forward(x, k, options: options))
    let dx = try TransposedConvolution.inputGradient(
      upstream: u, kernel: k, input: x.shape, options: options)
    #expect(dot(dx, x) == product)
    let dk = try TransposedConvolution.kernelGradient(
      upstream: u, input: x, kernel: k.shape, options: options)
    #expect(dot(dk, k) == product)
  }

  @Test("a phase's taps read its pixels, and no other taps do", arguments: SmallConvolution.all)
  func phases(_ small: SmallConvolution) {
    for axis in [small.window.rows, small.window.columns] {
      var taps = [[Int]](repeating: [], count: axis.input)
      for phase in axis.phases {
        for place in phase.places {
          let pixel = axis.input(output: place, tap: phase.firstTap)
          #expect(taps[pixel].isEmpty)
          taps[pixel] = (0..<phase.taps).map { phase.firstTap + $0 * phase.tapStep }
        }
      }
      for pixel in 0..<axis.input {
        #expect(axis.readers(of: pixel).allSatisfy { taps[pixel].contains($0.tap) })
        let reaching = (0..<axis.taps).filter {
          (pixel + axis.padBefore - $0 * axis.dilation) % axis.stride == 0
        }
        #expect(taps[pixel] == reaching)
      }
    }
  }
}
