import Kernels
import Tensors
import Testing
import Windows

@testable import Convolution

@Suite struct ConvolutionPlanTests {
  @Test("the book chapter's first layer")
  func alexNet() throws {
    let plan = try ConvolutionPlan(
      convolving: Shape([3, 227, 227]), with: Shape([96, 3, 11, 11]),
      options: ConvolutionOptions(stride: Extent(4)), .f32)
    #expect(plan.result.description == "96x55x55")
    #expect(plan.rows.formula == "floor((227 + 0 + 0 - 11) / 4) + 1 = 55")
    #expect(plan.rows.remainder == 0)
    #expect(plan.matrix.description == "363x3025")
    #expect(plan.macs == 96 * 3025 * 363)
    #expect(plan.macsOnPixels == plan.macs)
    #expect(plan.inputBytes == 3 * 227 * 227 * 4)
    #expect(plan.kernelBytes == 96 * 363 * 4)
    #expect(plan.outputBytes == 96 * 3025 * 4)
    #expect(plan.matrixBytes == 363 * 3025 * 4)
    #expect(plan.blowUp == 363.0 * 3025 / (3 * 227 * 227))
    #expect(
      plan.operation
        == .convolution(AlgorithmChoice(algorithm: .blocked, reason: .bands(copied: true))))
  }

  @Test("remainders, rows left over and dilation are named")
  func leftOver() throws {
    let plan = try ConvolutionPlan(
      convolving: Shape([1, 1, 8, 9]), with: Shape([1, 1, 3, 2]),
      options: ConvolutionOptions(
        stride: Extent(3), padding: .explicit(PaddingSides(top: 1, left: 0, bottom: 0, right: 1)),
        dilation: Extent(rows: 1, columns: 2)), .f64)
    #expect(plan.rows.formula == "floor((8 + 1 + 0 - 3) / 3) + 1 = 3")
    #expect(plan.rows.remainder == 0)
    #expect(plan.rows.extentFormula == nil)
    #expect(plan.columns.formula == "floor((9 + 0 + 1 - 3) / 3) + 1 = 3")
    #expect(plan.columns.extentFormula == "(2 - 1) * 2 + 1 = 3")
    #expect(plan.columns.remainder == 1)
    #expect(plan.columns.axis.leftOver == 1)
    #expect(plan.columns.axis.leftOverInput == 0)
    #expect(plan.macs == 9 * 6)
    #expect(plan.macsOnPixels == (9 - 1) * 6)
    #expect(
      plan.operation
        == .convolution(AlgorithmChoice(algorithm: .blocked, reason: .bands(copied: true))))
  }

  @Test("pools round as asked, and say when the last window was dropped")
  func pools() throws {
    func plan(_ length: Int, pad: Int = 0, stride: Int = 2) throws -> ConvolutionPlan {
      try ConvolutionPlan(
        pooling: Shape([1, 4, length, length]), kernel: Extent(3),
        options: PoolOptions(stride: Extent(stride), padding: .all(pad), roundsUp: true), .f32)
    }
    let ceil = try plan(6)
    #expect(ceil.rows.formula == "ceil((6 + 0 + 0 - 3) / 2) + 1 = 3")
    #expect(ceil.rows.axis.overhang == 1)
    #expect(ceil.operation == .pool(.max))
    #expect(ceil.macs == 4 * 9 * 9)
    #expect(ceil.macsOnPixels == 4 * 8 * 8)
    #expect(ceil.kernelBytes == 0)
    // A third window would start at 3, past the image of 2 with 1 before it.
    let dropped = try plan(2, pad: 1, stride: 4)
    #expect(dropped.rows.formula == "floor((2 + 1 + 1 - 3) / 4) + 1 = 1")
    #expect(dropped.rows.dropsLastWindow)
  }

  @Test("a transposed convolution's size is read backwards")
  func transposed() throws {
    let plan = try ConvolutionPlan(
      transposing: Shape([2, 3, 4, 4]), with: Shape([3, 5, 3, 3]),
      options: TransposedConvolutionOptions(
        stride: Extent(2), padding: .all(1), outputPadding: Extent(1)), .f32)
    #expect(plan.rows.formula == "(4 - 1) * 2 + 3 - 1 - 1 + 1 = 8")
    #expect(plan.result.description == "2x5x8x8")
    #expect(plan.macs == 2 * 3 * 5 * 16 * 9)
    #expect(plan.matrix.description == "45x32")
    #expect(plan.blowUp == 45.0 * 32 / (2 * 5 * 64))
  }

  @Test("grouped kernels count only their own channels")
  func groups() throws {
    let plan = try ConvolutionPlan(
      convolving: Shape([1, 128, 56, 56]), with: Shape([128, 1, 3, 3]),
      options: ConvolutionOptions(padding: .all(1), groups: 128), .f32)
    #expect(plan.macs == 128 * 56 * 56 * 9)
    #expect(plan.macsOnPixels == 128 * 166 * 166)
  }

  @Test("counts that overflow are errors")
  func overflow() throws {
    let side = 1 << 28
    #expect(throws: ConvolutionError.self) {
      try ConvolutionPlan(
        convolving: Shape([side, side]), with: Shape([side / 2, side / 2]),
        options: ConvolutionOptions(), .f32)
    }
  }

  @Test("the cost model names its reason")
  func choices() throws {
    func choice(
      _ x: [Int], _ k: [Int], _ options: ConvolutionOptions = ConvolutionOptions()
    ) throws -> AlgorithmChoice {
      try ConvolutionGeometry(input: Shape(x), kernel: Shape(k), options: options).choice
    }
    let inPlace = AlgorithmChoice(algorithm: .blocked, reason: .bands(copied: false))
    let copied = AlgorithmChoice(algorithm: .blocked, reason: .bands(copied: true))
    #expect(try choice([5, 5], [3, 3]) == inPlace)
    #expect(try choice([64, 56, 56], [64, 64, 3, 3]) == inPlace)
    #expect(
      try choice([64, 56, 56], [64, 64, 3, 3], ConvolutionOptions(padding: .all(1))) == copied)
    #expect(
      try choice([3, 9, 9], [8, 3, 3, 3], ConvolutionOptions(stride: Extent(2))) == copied)
    #expect(
      try choice([64, 56, 56], [8, 64, 1, 1])
        == AlgorithmChoice(algorithm: .implicit, reason: .singleTap))
    #expect(
      try choice([2048, 7, 7], [8, 2048, 3, 3])
        == AlgorithmChoice(algorithm: .implicit, reason: .deepPatches(18432)))
    let channelsLast = ConvolutionOptions(layout: .nhwc)
    #expect(
      try choice([9, 9, 4], [3, 3, 4, 8], channelsLast)
        == AlgorithmChoice(algorithm: .implicit, reason: .channelsLast))
    #expect(try choice([9, 9, 1], [3, 3, 1, 1], channelsLast) == inPlace)
  }
}
