import Kernels
import Tensors
import Testing
import Windows

@testable import Convolution

/// All operands are multiples of 1/16, so that every sum is exact whatever its order: results are
/// compared for equality.
@Suite struct ExhaustiveConvolutionTests {
  @Test("direct is the definition", arguments: SmallConvolution.all)
  func definition(_ small: SmallConvolution) throws {
    let (x, k, bias) = try (small.input(), small.kernel(), small.bias())
    let y = try Convolution.forward(x, k, bias: bias, options: small.options())
    let window = small.window
    // A handful of cells of each, far apart, is enough: the conformance cases check whole results.
    for place in stride(from: 0, to: y.shape.count, by: 7) {
      let index = y.shape.index(at: place)
      let group = index[1] / small.groupOutputs
      var sum = bias.cell([index[1]])
      for channel in 0..<small.groupChannels {
        for i in 0..<window.kernel.rows {
          for j in 0..<window.kernel.columns {
            let row = index[2] * window.stride.rows - window.sides.top + i * window.dilation.rows
            let column =
              index[3] * window.stride.columns - window.sides.left + j * window.dilation.columns
            guard row >= 0, row < window.input.rows, column >= 0, column < window.input.columns
            else { continue }
            sum +=
              x.cell([index[0], group * small.groupChannels + channel, row, column])
              * k.cell([index[1], channel, i, j])
          }
        }
      }
      #expect(y.cell(index) == sum)
    }
  }

  @Test(
    "every algorithm gives what direct gives, in both layouts and types",
    arguments: SmallConvolution.all, [ConvolutionAlgorithm.im2col, .implicit, .blocked])
  func algorithms(_ small: SmallConvolution, _ algorithm: ConvolutionAlgorithm) throws {
    let (x, k, bias) = try (small.input(), small.kernel(), small.bias())
    let expected = try Convolution.forward(x, k, bias: bias, options: small.options()).array
    let first = try Convolution.forward(x, k, bias: bias, options: small.options(algorithm))
    #expect(first.array == expected)
    let single = try Convolution.forward(
      x.converted(to: .f32), k.converted(to: .f32), bias: bias.converted(to: .f32),
      options: small.options(algorithm))
    #expect(single.elementType == .f32)
    #expect(single.array == expected)
    let last = try Convolution.forward(
      x.permuted([0, 2, 3, 1]), k.permuted([2, 3, 1, 0]).contiguous(), bias: bias,
      options: small.options(algorithm, .nhwc))
    #expect(try last.permuted([0, 3, 1, 2]).array == expected)
  }

  @Test(
    "a transposed convolution is its convolution's transpose",
    arguments: SmallConvolution.all, [TransposedAlgorithm.direct, .col2im])
  func adjoint(_ small: SmallConvolution, _ algorithm: TransposedAlgorithm) throws {
    let (x, k, u) = try (small.input(), small.kernel(), small.upstream())
    let y = try Convolution.forward(x, k, options: small.options())
    // The rows and columns that the convolution left over are what output padding puts back.
    let back = try TransposedConvolution.forward(
      u, k,
      options: TransposedConvolutionOptions(
        stride: small.window.stride, padding: .explicit(small.window.sides),
        outputPadding: Extent(
          rows: small.window.rows.leftOver, columns: small.window.columns.leftOver),
        dilation: small.window.dilation, groups: small.groups, algorithm: algorithm))
    #expect(back.shape == x.shape)
    #expect(dot(y, u) == dot(x, back))
  }
}
