import Convolution
import Kernels
import Tensors
import Testing
import Windows

@testable import Rendering

@Suite struct PlanTextTests {
  static func conv(
    _ input: [Int], _ kernel: [Int], _ options: ConvolutionOptions = ConvolutionOptions(),
    _ context: RenderContext = RenderContext()
  ) throws -> String {
    PlanText.text(
      of: try ConvolutionPlan(
        convolving: Shape(input), with: Shape(kernel), options: options, .f64), context)
  }

  @Test func `the plan of AlexNet's first layer`() throws {
    let plan = try ConvolutionPlan(
      convolving: Shape([3, 227, 227]), with: Shape([96, 3, 11, 11]),
      options: ConvolutionOptions(stride: Extent(4)), .f64)
    #expect(
      PlanText.text(of: plan, title: "conv 3x227x227 96x3x11x11 stride=4", RenderContext()) == """
        plan    conv 3x227x227 96x3x11x11 stride=4
        size    floor((227 + 0 + 0 - 11) / 4) + 1 = 55, rows and columns alike
                nothing is left over
        result  96x55x55
        runs    blocked: no patch is packed; taps read padded copies that fit the cache
        MACs    105,415,200 = 290,400 outputs x 363; 210,830,400 FLOPs; bias not counted
        memory  input 1.2 MiB, kernel 272.2 KiB, result 2.2 MiB (f64)
        im2col  363x3025, 8.4 MiB: 7.1 times the input
        """)
  }

  @Test func `rows and columns that are left over are named`() throws {
    let options = ConvolutionOptions(stride: Extent(rows: 3, columns: 2), dilation: Extent(2))
    #expect(
      try Self.conv([3, 12, 10], [4, 3, 4, 3], options) == """
        rows     floor((12 + 0 + 0 - 7) / 3) + 1 = 2
                 where the kernel reaches over (4 - 1) * 2 + 1 = 7
                 remainder 2: 2 rows at the bottom are never read
        columns  floor((10 + 0 + 0 - 5) / 2) + 1 = 3
                 where the kernel reaches over (3 - 1) * 2 + 1 = 5
                 remainder 1: 1 column at the right is never read
        result   4x2x3
        runs     blocked: no patch is packed; taps read padded copies that fit the cache
        MACs     864 = 24 outputs x 36; 1,728 FLOPs; bias not counted
        memory   input 2.8 KiB, kernel 1.1 KiB, result 192 B (f64)
        im2col   36x6, 1.7 KiB: 0.6 times the input
        """)
  }

  @Test func `the algorithm is given with its reason`() throws {
    let channelsLast = ConvolutionOptions(layout: .nhwc)
    let texts = [
      try Self.conv([5, 5], [3, 3]),
      try Self.conv([64, 56, 56], [64, 64, 1, 1]),
      try Self.conv([2048, 7, 7], [512, 2048, 3, 3], .init(padding: .all(1))),
      try Self.conv([56, 56, 64], [3, 3, 64, 64], channelsLast),
      try Self.conv([5, 5], [3, 3], .init(algorithm: .im2col)),
    ]
    let reasons = texts.map { text in
      let words = text.split { $0.isWhitespace }.drop { $0 != "runs" }.dropFirst()
      return words.prefix { $0 != "MACs" }.joined(separator: " ")
    }
    #expect(
      reasons == [
        "blocked: no patch is packed; taps read the pixels where they lie",
        "implicit: with a single tap, the pixels are the matrix of one product as they lie",
        "implicit: with 18,432 products an output, patches are packed and summed in rounds",
        "implicit: with channels last, patches are packed tile by tile; the matrix is never made",
        "im2col: as asked",
      ])
  }

  @Test func `the odd one of same padding is placed`() throws {
    let text = try Self.conv([5, 6], [2, 2], ConvolutionOptions(padding: .same))
    #expect(
      text.contains(
        "padding  top 0, bottom 1, left 0, right 1; the odd one is at the bottom and the\n         right\n"
      ))
    let lower = try Self.conv([5, 6], [2, 2], ConvolutionOptions(padding: .sameLower))
    #expect(lower.contains("the odd one is at the top and the\n         left\n"))
  }

  @Test func `left-over padding and steps over pixels are told from left-over pixels`() throws {
    let padded = try Self.conv(
      [6, 6], [3, 3], ConvolutionOptions(stride: Extent(4), padding: .all(1)))
    #expect(padded.contains("remainder 1: only 1 row of padding is never read\n"))
    let mixed = try Self.conv(
      [7, 7], [3, 3], ConvolutionOptions(stride: Extent(4), padding: .all(1)))
    #expect(
      mixed.contains("remainder 2: 1 row at the bottom is never read, nor 1 row of padding\n"))
    let gaps = try Self.conv([7, 7], [2, 2], ConvolutionOptions(stride: Extent(4)))
    #expect(
      gaps.contains("the stride steps over 2 rows between two windows; nothing reads them\n"))
  }

  @Test func `a pool that rounds up says what hangs over`() throws {
    let plan = try ConvolutionPlan(
      pooling: Shape([3, 5, 6]), kernel: Extent(2), options: PoolOptions(roundsUp: true), .f64)
    #expect(
      PlanText.text(of: plan, RenderContext()) == """
        rows     ceil((5 + 0 + 0 - 2) / 2) + 1 = 3
                 the last window hangs 1 row over the bottom
        columns  ceil((6 + 0 + 0 - 2) / 2) + 1 = 3
                 nothing is left over
        result   3x3x3
        runs     max over each window of 2x2
        reads    108 = 27 outputs x 4 pixels
                 18 of them (16.7%) fall outside the image
        memory   input 720 B, result 216 B (f64)
        im2col   12x9, 864 B: 1.2 times the input
        """)
  }

  @Test func `a transposed convolution is read backwards`() throws {
    let plan = try ConvolutionPlan(
      transposing: Shape([3, 12, 10]), with: Shape([3, 3, 4, 3]),
      options: TransposedConvolutionOptions(stride: Extent(2), padding: .all(1)), .f32)
    #expect(
      PlanText.text(of: plan, RenderContext()) == """
        rows     (12 - 1) * 2 + 4 - 1 - 1 + 0 = 24
        columns  (10 - 1) * 2 + 3 - 1 - 1 + 0 = 19
        cut off  1 on every side
        result   3x24x19
        runs     col2im: one matrix product, then col2im
        MACs     12,960; 25,920 FLOPs; bias not counted
                 1,368 of them (10.6%) fall on what is cut off
        memory   input 1.4 KiB, kernel 432 B, result 5.3 KiB (f32)
        im2col   36x120, 16.9 KiB: 3.16 times the result
        """)
  }

  @Test(arguments: [10, 20, 40, 80, 200])
  func `a plan keeps to the width`(_ width: Int) throws {
    let text = try Self.conv(
      [3, 12, 10], [4, 3, 4, 3], ConvolutionOptions(stride: Extent(3), dilation: Extent(2)),
      .terminal(width: width, height: 24))
    for line in text.split(separator: "\n") {
      #expect(line.count <= width && line.last != " ", "\(line)")
    }
  }
}
