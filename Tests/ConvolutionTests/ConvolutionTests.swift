import Kernels
import Tensors
import Testing
import Windows

@testable import Convolution

@Suite struct ConvolutionTests {
  @Test(
    "the result has the axes that the operands have",
    arguments: [
      ([5, 6], [2, 3], ImageLayout.nchw, "4x4"),
      ([5, 6], [1, 1, 2, 3], .nchw, "1x4x4"),
      ([5, 6], [7, 1, 2, 3], .nchw, "7x4x4"),
      ([1, 5, 6], [2, 3], .nchw, "1x4x4"),
      ([3, 5, 6], [7, 3, 2, 3], .nchw, "7x4x4"),
      ([2, 3, 5, 6], [7, 3, 2, 3], .nchw, "2x7x4x4"),
      ([2, 1, 5, 6], [2, 3], .nchw, "2x1x4x4"),
      ([5, 6], [2, 3], .nhwc, "4x4"),
      ([5, 6], [2, 3, 1, 7], .nhwc, "4x4x7"),
      ([5, 6, 3], [2, 3, 3, 7], .nhwc, "4x4x7"),
      ([2, 5, 6, 3], [2, 3, 3, 7], .nhwc, "2x4x4x7"),
      ([2, 5, 6, 1], [2, 3], .nhwc, "2x4x4x1"),
    ])
  func resultShape(_ x: [Int], _ k: [Int], _ layout: ImageLayout, _ expected: String) throws {
    for algorithm in ConvolutionAlgorithm.general {
      let y = try Convolution.forward(
        sixteenths(x), sixteenths(k, seed: 2),
        options: ConvolutionOptions(layout: layout, algorithm: algorithm))
      #expect(y.shape.description == expected)
    }
  }

  @Test("the book chapter's first layer: 227x227x3 with 96 kernels of 11x11x3, stride 4")
  func alexNet() throws {
    let y = try Convolution.forward(
      Tensor(Shape([227, 227, 3]), .f32, filledWith: 1),
      Tensor(Shape([11, 11, 3, 96]), .f32, filledWith: 1),
      options: ConvolutionOptions(stride: Extent(4), layout: .nhwc))
    #expect(y.shape.description == "55x55x96")
    #expect(y.cell([54, 0, 95]) == 363)
  }

  @Test("operands of two types are computed in f64")
  func promotion() throws {
    let x = try sixteenths([1, 1, 4, 4])
    let k = try sixteenths([1, 1, 2, 2])
    let y = try Convolution.forward(x.converted(to: .f32), k)
    #expect(y.elementType == .f64)
    #expect(try y.array == Convolution.forward(x, k).array)
  }

  @Test("strided views are read where they lie", arguments: ConvolutionAlgorithm.general)
  func views(_ algorithm: ConvolutionAlgorithm) throws {
    let options = ConvolutionOptions(padding: .all(1), algorithm: algorithm)
    let x = try sixteenths([3, 5, 4, 2]).permuted([3, 0, 2, 1]).flipped([2])
    let k = try sixteenths([2, 4, 3, 2], seed: 2).permuted([1, 2, 3, 0]).flipped([0, 3])
    let bias = try sixteenths([4, 2], seed: 3).sliced([.all, .at(1)])
    let y = try Convolution.forward(x, k, bias: bias, options: options)
    let copied = try Convolution.forward(
      x.contiguous(), k.contiguous(), bias: bias.contiguous(), options: options)
    #expect(y.array == copied.array)
  }

  @Test("flip turns every kernel by 180 degrees", arguments: ImageLayout.allCases)
  func flip(_ layout: ImageLayout) throws {
    let x = try sixteenths(layout == .nchw ? [1, 2, 5, 5] : [1, 5, 5, 2])
    let k = try sixteenths(layout == .nchw ? [3, 2, 3, 2] : [3, 2, 2, 3], seed: 2)
    for algorithm in ConvolutionAlgorithm.general {
      var options = ConvolutionOptions(layout: layout, algorithm: algorithm)
      let expected = try Convolution.forward(
        x, k.flipped(layout == .nchw ? [2, 3] : [0, 1]), options: options)
      options.flips = true
      #expect(try Convolution.forward(x, k, options: options).array == expected.array)
    }
  }

  @Test(
    "no images, no channels and no kernels give results of that shape",
    arguments: ConvolutionAlgorithm.general)
  func empty(_ algorithm: ConvolutionAlgorithm) throws {
    let options = ConvolutionOptions(algorithm: algorithm)
    func result(_ x: [Int], _ k: [Int], bias: [Double]? = nil) throws -> Tensor {
      try Convolution.forward(
        Tensor(Shape(x), .f64), Tensor(Shape(k), .f64),
        bias: bias.map { try Tensor(vector: $0) }, options: options)
    }
    #expect(try result([0, 2, 4, 4], [3, 2, 2, 2]).shape.description == "0x3x3x3")
    #expect(try result([2, 2, 4, 4], [0, 2, 2, 2]).shape.description == "2x0x3x3")
    #expect(try result([1, 0, 3, 3], [2, 0, 2, 2]).array == [Double](repeating: 0, count: 8))
    #expect(
      try result([1, 0, 3, 3], [2, 0, 2, 2], bias: [1, 2]).array == [1, 1, 1, 1, 2, 2, 2, 2])
  }

  @Test(
    "infinities and NaNs go through, but not from outside the window",
    arguments: ConvolutionAlgorithm.general)
  func nonFinite(_ algorithm: ConvolutionAlgorithm) throws {
    let x = try Tensor([1, .infinity, 2, 3, .nan, 4.0], Shape([1, 6]))
    let k = try Tensor([1, 1.0], Shape([1, 2]))
    let y = try Convolution.forward(
      x, k,
      options: ConvolutionOptions(
        padding: .explicit(PaddingSides(rows: 0, columns: 1)), algorithm: algorithm)
    ).array
    #expect(y[0...3].elementsEqual([1, .infinity, .infinity, 5]))
    #expect(y[4].isNaN && y[5].isNaN && y[6] == 4)
  }

  @Test(
    "a weight that is not a finite number does not meet the padding",
    arguments: ConvolutionAlgorithm.general, [Double.infinity, -.infinity, .nan])
  func nonFiniteWeight(_ algorithm: ConvolutionAlgorithm, _ weight: Double) throws {
    let x = try Tensor([1, 2, 3, 4.0], Shape([1, 4]))
    let k = try Tensor([1, weight, 1, 1, 1, 2.0], Shape([2, 1, 1, 3]))
    let y = try Convolution.forward(
      x, k,
      options: ConvolutionOptions(
        padding: .explicit(PaddingSides(rows: 0, columns: 2)), algorithm: algorithm)
    ).array
    #expect(y[0] == 1 && y[5] == 4)
    #expect(y[1...4].allSatisfy { weight.isNaN ? $0.isNaN : $0 == weight })
    #expect(y[6...] == [2, 5, 9, 13, 7, 4])
  }

  @Test("a result over the memory budget is refused before anything is allocated")
  func budget() throws {
    let x = try Tensor(Shape([1, 1, 1, 1]), .f64).broadcast(
      to: Shape([1 << 20, 1, 1 << 10, 1 << 10]))
    let k = try Tensor(Shape([1 << 10, 1, 1, 1]), .f64)
    #expect {
      try Convolution.forward(x, k)
    } throws: { error in
      guard case .tensor(.overBudget) = error as? ConvolutionError else { return false }
      return true
    }
  }
}
