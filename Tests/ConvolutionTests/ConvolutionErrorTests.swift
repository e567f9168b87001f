import Kernels
import Tensors
import Testing
import Windows

@testable import Convolution

@Suite struct ConvolutionErrorTests {
  private func geometry(
    _ input: [Int], _ kernel: [Int], bias: [Int]? = nil, _ options: ConvolutionOptions = .init()
  ) throws -> ConvolutionGeometry {
    try ConvolutionGeometry(
      input: Shape(input), kernel: Shape(kernel), bias: bias.map { try Shape($0) },
      options: options)
  }

  @Test(
    "channels that disagree name both numbers and the nearest edits",
    arguments: [
      (
        [1, 227, 227, 3], [96, 3, 11, 11], 1, 227, 3,
        [ChannelMismatch.Remedy.permuteInput([0, 3, 1, 2])]
      ),
      ([227, 227, 3], [96, 3, 11, 11], 1, 227, 3, [.permuteInput([2, 0, 1])]),
      (
        [1, 227, 227, 3], [11, 11, 3, 96], 1, 227, 11,
        [.layout(.nhwc)]
      ),
      ([1, 6, 8, 8], [4, 3, 2, 2], 1, 6, 3, [.groups(2)]),
      ([1, 6, 8, 8], [4, 2, 2, 2], 1, 6, 2, []),
      ([1, 6, 8, 8], [6, 1, 2, 2], 1, 6, 1, [.groups(6)]),
      ([1, 6, 8, 8], [4, 3, 2, 2], 4, 6, 12, [.groups(2)]),
      ([3, 8, 8], [2, 2], 1, 3, 1, []),
    ])
  func channels(
    _ input: [Int], _ kernel: [Int], _ groups: Int, _ has: Int, _ expects: Int,
    _ remedies: [ChannelMismatch.Remedy]
  ) throws {
    let mismatch = try ChannelMismatch(
      input: Shape(input), kernel: Shape(kernel), layout: .nchw, groups: groups,
      inputChannels: has, expectedChannels: expects, remedies: remedies)
    #expect(throws: ConvolutionError.channels(mismatch)) {
      try geometry(input, kernel, ConvolutionOptions(groups: groups))
    }
  }

  @Test("a remedy makes the operands legal")
  func remedies() throws {
    #expect(
      try geometry([1, 227, 227, 3], [11, 11, 3, 96], ConvolutionOptions(layout: .nhwc))
        .result.description == "1x217x217x96")
    #expect(
      try geometry([1, 6, 8, 8], [4, 3, 2, 2], ConvolutionOptions(groups: 2)).result.description
        == "1x4x7x7")
  }

  @Test("operands of another number of dimensions are errors")
  func ranks() throws {
    #expect(throws: ConvolutionError.inputRank(try Shape([5]))) { try geometry([5], [2, 2]) }
    #expect(throws: ConvolutionError.inputRank(try Shape([1, 1, 1, 5, 5]))) {
      try geometry([1, 1, 1, 5, 5], [2, 2])
    }
    #expect(throws: ConvolutionError.kernelRank(try Shape([1, 2, 2]))) {
      try geometry([5, 5], [1, 2, 2])
    }
  }

  @Test("groups that do not divide name the nearest that do")
  func groups() throws {
    #expect(throws: ConvolutionError.groupsNotPositive(0)) {
      try geometry([4, 5, 5], [4, 4, 2, 2], ConvolutionOptions(groups: 0))
    }
    #expect(
      throws: ConvolutionError.groupsDoNotDivide(
        groups: 4, channels: 6, of: .kernel, legal: [3, 6])
    ) { try geometry([8, 5, 5], [6, 2, 2, 2], ConvolutionOptions(groups: 4)) }
    #expect(
      throws: ConvolutionError.groupsDoNotDivide(groups: 4, channels: 2, of: .kernel, legal: [2])
    ) { try geometry([8, 5, 5], [2, 2, 2, 2], ConvolutionOptions(groups: 4)) }
    #expect(
      throws: ConvolutionError.groupsDoNotDivide(
        groups: 4, channels: 6, of: .input, legal: [3, 6])
    ) {
      try TransposedGeometry(
        input: Shape([6, 5, 5]), kernel: Shape([6, 2, 2, 2]),
        options: TransposedConvolutionOptions(groups: 4))
    }
  }

  @Test("a bias is one number an output channel", arguments: [[2], [4, 1], [1, 3], []])
  func bias(_ shape: [Int]) throws {
    let bias = try Shape(shape)
    #expect(throws: ConvolutionError.biasShape(bias, outputChannels: 3)) {
      try geometry([5, 5], [3, 1, 2, 2], bias: shape)
    }
  }

  @Test("a number will do as the bias of one channel")
  func scalarBias() throws {
    let y = try Convolution.forward(
      Tensor(Shape([2, 2]), .f64), Tensor(Shape([2, 2]), .f64), bias: Tensor(3))
    #expect(y.array == [3])
  }

  @Test("numbers out of range are the window's errors")
  func window() {
    #expect(throws: ConvolutionError.window(.strideNotPositive(0, along: .columns))) {
      try geometry([5, 5], [2, 2], ConvolutionOptions(stride: Extent(rows: 1, columns: 0)))
    }
    #expect(throws: ConvolutionError.window(.dilationNotPositive(-1, along: .rows))) {
      try geometry([5, 5], [2, 2], ConvolutionOptions(dilation: Extent(-1)))
    }
    #expect(throws: ConvolutionError.window(.negativePadding(-1, along: .rows))) {
      try geometry([5, 5], [2, 2], ConvolutionOptions(padding: .all(-1)))
    }
    #expect(throws: ConvolutionError.window(.emptyKernel(0, along: .rows))) {
      try geometry([5, 5], [0, 2])
    }
    #expect(throws: ConvolutionError.window(.emptyInput(0, along: .columns))) {
      try geometry([5, 0], [2, 2])
    }
    #expect(throws: ConvolutionError.window(.overflow(along: .rows))) {
      try geometry([5, 5], [2, 2], ConvolutionOptions(padding: .all(Int.max)))
    }
  }

  @Test("each error says which operand it is about")
  func roles() throws {
    #expect(ConvolutionError.inputRank(.scalar).role == .input)
    #expect(ConvolutionError.kernelRank(.scalar).role == .kernel)
    #expect(ConvolutionError.biasShape(.scalar, outputChannels: 3).role == .bias)
    #expect(ConvolutionError.groupsNotPositive(0).role == nil)
  }
}
