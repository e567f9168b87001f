import Kernels
import Tensors
import Testing
import Windows

@testable import Convolution

@Suite struct TransposedConvolutionTests {
  @Test("same undoes the size of same", arguments: [1, 2, 3], [1, 2, 3, 4])
  func same(_ stride: Int, _ kernel: Int) throws {
    for padding in [Padding.same, .sameLower] {
      let y = try sixteenths([2, 4, 5])
      let k = try sixteenths([2, 3, kernel, kernel], seed: 2)
      let options = TransposedConvolutionOptions(
        stride: Extent(stride), padding: padding, algorithm: .col2im)
      let back = try TransposedConvolution.forward(y, k, options: options)
      #expect(back.shape.lengths == [3, 4 * stride, 5 * stride])
      let x = try sixteenths(back.shape.lengths, seed: 3)
      let forward = try Convolution.forward(
        x, k, options: ConvolutionOptions(stride: Extent(stride), padding: padding))
      #expect(forward.shape == y.shape)
      #expect(
        zip(forward.array, y.array).reduce(0) { $0 + $1.0 * $1.1 }
          == zip(x.array, back.array).reduce(0) { $0 + $1.0 * $1.1 })
    }
  }

  @Test(
    "the result has the axes that the operands have",
    arguments: [
      ([2, 2], [2, 3], ImageLayout.nchw, "3x4"),
      ([2, 2], [1, 4, 2, 3], .nchw, "4x3x4"),
      ([5, 2, 2], [5, 4, 2, 3], .nchw, "4x3x4"),
      ([1, 5, 2, 2], [5, 4, 2, 3], .nchw, "1x4x3x4"),
      ([2, 2, 5], [2, 3, 4, 5], .nhwc, "3x4x4"),
    ])
  func resultShape(_ x: [Int], _ k: [Int], _ layout: ImageLayout, _ expected: String) throws {
    let y = try TransposedConvolution.forward(
      sixteenths(x), sixteenths(k, seed: 2), options: TransposedConvolutionOptions(layout: layout))
    #expect(y.shape.description == expected)
  }

  @Test("output padding must be smaller than the stride or the dilation")
  func outputPadding() throws {
    let (x, k) = try (sixteenths([1, 2, 2]), sixteenths([1, 1, 2, 2]))
    func result(_ padding: Extent, stride: Extent, dilation: Extent) throws -> Shape {
      try TransposedConvolution.forward(
        x, k,
        options: TransposedConvolutionOptions(
          stride: stride, outputPadding: padding, dilation: dilation)
      ).shape
    }
    #expect(
      try result(
        Extent(rows: 1, columns: 2), stride: Extent(rows: 2, columns: 1),
        dilation: Extent(rows: 1, columns: 3)
      ).description == "1x5x7")
    #expect(throws: ConvolutionError.outputPadding(2, stride: 2, dilation: 1, along: .columns)) {
      try result(Extent(rows: 0, columns: 2), stride: Extent(2), dilation: Extent(1))
    }
    #expect(throws: ConvolutionError.outputPadding(-1, stride: 2, dilation: 1, along: .rows)) {
      try result(Extent(rows: -1, columns: 0), stride: Extent(2), dilation: Extent(1))
    }
  }

  @Test("padding that cuts off all of the result names both numbers")
  func nothingLeft() throws {
    #expect(throws: ConvolutionError.window(.nothingLeft(of: 3, padding: 4, along: .rows))) {
      try TransposedConvolution.forward(
        sixteenths([2, 2]), sixteenths([2, 2]),
        options: TransposedConvolutionOptions(padding: .all(2)))
    }
  }

  @Test("channels that disagree name both numbers")
  func channels() throws {
    let (x, k) = try (Shape([1, 8, 8, 3]), Shape([3, 4, 2, 2]))
    let mismatch = ChannelMismatch(
      input: x, kernel: k, layout: .nchw, groups: 1, inputChannels: 8, expectedChannels: 3,
      remedies: [.permuteInput([0, 3, 1, 2])])
    #expect(throws: ConvolutionError.channels(mismatch)) {
      try TransposedGeometry(input: x, kernel: k, options: TransposedConvolutionOptions())
    }
  }

  @Test("sizes that overflow are errors")
  func overflow() throws {
    let (x, k) = try (Shape([2, 2]), Shape([2, 2]))
    for stride in [Int.max, Int.max / 2] {
      #expect(throws: ConvolutionError.self) {
        try TransposedGeometry(
          input: x, kernel: k,
          options: TransposedConvolutionOptions(stride: Extent(stride), dilation: Extent(stride)))
      }
    }
    #expect(throws: ConvolutionError.self) {
      try TransposedGeometry(
        input: x, kernel: k, options: TransposedConvolutionOptions(padding: .all(Int.max)))
    }
  }
}
