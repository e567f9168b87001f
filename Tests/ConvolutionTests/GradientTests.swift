import Kernels
import Tensors
import Testing
import Windows

@testable import Convolution

@Suite struct GradientTests {
  @Test(
    "a gradient has its operand's dimensions",
    arguments: [
      ([5, 6], [2, 3], ImageLayout.nchw), ([5, 6], [1, 1, 2, 3], .nchw),
      ([5, 6], [4, 1, 2, 3], .nchw), ([1, 5, 6], [2, 3], .nchw), ([3, 5, 6], [4, 3, 2, 3], .nchw),
      ([2, 3, 5, 6], [4, 3, 2, 3], .nchw), ([5, 6, 3], [2, 3, 3, 4], .nhwc),
      ([5, 6], [2, 3, 1, 4], .nhwc), ([2, 5, 6, 1], [2, 3], .nhwc),
      ([0, 3, 5, 6], [4, 3, 2, 3], .nchw), ([2, 0, 5, 6], [4, 0, 2, 3], .nchw),
      ([2, 3, 5, 6], [0, 3, 2, 3], .nchw),
    ])
  func shapes(_ x: [Int], _ k: [Int], _ layout: ImageLayout) throws {
    for algorithm in ConvolutionAlgorithm.general {
      for type in ElementType.allCases {
        let (x, k) = try (
          sixteenths(x).converted(to: type), sixteenths(k, seed: 2).converted(to: type)
        )
        let options = ConvolutionOptions(
          padding: .all(1), layout: layout, algorithm: algorithm)
        let y = try Convolution.forward(x, k, options: options)
        let u = try sixteenths(y.shape.lengths, seed: 3).converted(to: type)
        let dx = try Convolution.inputGradient(
          upstream: u, kernel: k, input: x.shape, options: options)
        let dk = try Convolution.kernelGradient(
          upstream: u, input: x, kernel: k.shape, options: options)
        #expect(dx.shape == x.shape)
        #expect(dk.shape == k.shape)
        #expect(dx.elementType == type)
        #expect(dk.elementType == type)
        #expect(dot(dx, x) == dot(u, y))
        #expect(dot(dk, k) == dot(u, y))
      }
    }
  }

  @Test("operands of two types are computed in f64, and the gradient has the type asked for")
  func types() throws {
    let x = try sixteenths([1, 2, 5, 5])
    let k = try sixteenths([3, 2, 2, 2], seed: 2)
    let u = try sixteenths([1, 3, 4, 4], seed: 3)
    let expected = try Convolution.inputGradient(upstream: u, kernel: k, input: x.shape)
    let mixed = try Convolution.inputGradient(
      upstream: u, kernel: k.converted(to: .f32), input: x.shape, as: .f32)
    #expect(mixed.elementType == .f32)
    #expect(mixed.array == expected.array)
    let dk = try Convolution.kernelGradient(
      upstream: u, input: x.converted(to: .f32), kernel: k.shape, as: .f32)
    #expect(dk.elementType == .f32)
    #expect(
      dk.array == (try Convolution.kernelGradient(upstream: u, input: x, kernel: k.shape).array))
    let db = try Convolution.biasGradient(upstream: u, input: x.shape, kernel: k.shape, as: .f32)
    #expect(db.elementType == .f32)
  }

  @Test("a bias without dimensions has a gradient without dimensions")
  func scalarBias() throws {
    let u = try sixteenths([2, 2])
    let db = try Convolution.biasGradient(
      upstream: u, input: Shape([3, 3]), kernel: Shape([2, 2]), bias: .scalar)
    #expect(db.shape == .scalar)
    #expect(try db.number == u.array.reduce(0, +))
  }

  @Test("upstream gradients are read where they lie", arguments: ConvolutionAlgorithm.general)
  func views(_ algorithm: ConvolutionAlgorithm) throws {
    let x = try sixteenths([6, 7, 3, 2]).permuted([3, 2, 0, 1]).flipped([2])
    let k = try sixteenths([3, 2, 3, 4], seed: 2).permuted([3, 0, 1, 2])
    let u = try Tensor(2, .f64).broadcast(to: Shape([2, 4, 5, 5]))
    let options = ConvolutionOptions(algorithm: algorithm)
    #expect(
      try Convolution.inputGradient(upstream: u, kernel: k, input: x.shape, options: options).array
        == Convolution.inputGradient(
          upstream: u.contiguous(), kernel: k.contiguous(), input: x.shape, options: options
        ).array)
    #expect(
      try Convolution.kernelGradient(upstream: u, input: x, kernel: k.shape, options: options).array
        == Convolution.kernelGradient(
          upstream: u.contiguous(), input: x.contiguous(), kernel: k.shape, options: options
        ).array)
  }

  @Test("central differences with h = 1 are exact where a convolution is linear")
  func differences() throws {
    let x = try sixteenths([1, 2, 5, 6])
    let k = try sixteenths([4, 1, 3, 2], seed: 2)
    let options = ConvolutionOptions(
      stride: Extent(rows: 2, columns: 1), padding: .all(1), groups: 2, flips: true)
    let u = try sixteenths(
      ConvolutionGeometry(input: x.shape, kernel: k.shape, options: options).result.lengths,
      seed: 3)
    #expect(
      try Convolution.inputGradient(upstream: u, kernel: k, input: x.shape, options: options).array
        == slopes(of: x) { dot(u, try Convolution.forward($0, k, options: options)) })
    #expect(
      try Convolution.kernelGradient(upstream: u, input: x, kernel: k.shape, options: options).array
        == slopes(of: k) { dot(u, try Convolution.forward(x, $0, options: options)) })
  }

  @Test("central differences of a transposed convolution are exact too")
  func transposedDifferences() throws {
    let x = try sixteenths([4, 3, 2])
    let k = try sixteenths([4, 3, 2, 3], seed: 2)
    let options = TransposedConvolutionOptions(
      stride: Extent(rows: 3, columns: 2), padding: .all(1),
      outputPadding: Extent(rows: 2, columns: 1), groups: 2)
    let u = try sixteenths(
      TransposedGeometry(input: x.shape, kernel: k.shape, options: options).result.lengths, seed: 3)
    #expect(
      try TransposedConvolution.inputGradient(
        upstream: u, kernel: k, input: x.shape, options: options
      ).array
        == slopes(of: x) { dot(u, try TransposedConvolution.forward($0, k, options: options)) })
    #expect(
      try TransposedConvolution.kernelGradient(
        upstream: u, input: x, kernel: k.shape, options: options
      ).array
        == slopes(of: k) { dot(u, try TransposedConvolution.forward(x, $0, options: options)) })
  }

  private func slopes(of x: Tensor, _ function: (Tensor) throws -> Double) throws -> [Double] {
    try (0..<x.shape.count).map { place in
      let index = x.shape.index(at: place)
      var (more, less) = (x, x)
      try more.set(index, to: x.cell(index) + 1)
      try less.set(index, to: x.cell(index) - 1)
      return try (function(more) - function(less)) / 2
    }
  }

  @Test(
    "NaN and infinity reach the pixels and weights that they touch",
    arguments: ConvolutionAlgorithm.general)
  func special(_ algorithm: ConvolutionAlgorithm) throws {
    var u = try Tensor(Shape([1, 4, 8, 8]), .f64, filledWith: 1)
    try u.set([0, 3, 0, 0], to: .nan)
    try u.set([0, 2, 7, 7], to: .infinity)
    let k = try Tensor(Shape([4, 4, 3, 3]), .f64, filledWith: 1)
    let x = try Tensor(Shape([1, 4, 10, 10]), .f64, filledWith: 1)
    let options = ConvolutionOptions(algorithm: algorithm)
    let dx = try Convolution.inputGradient(upstream: u, kernel: k, input: x.shape, options: options)
    for place in 0..<dx.shape.count {
      let index = dx.shape.index(at: place)
      let cell = dx.cell(index)
      #expect(cell.isNaN == (index[2] < 3 && index[3] < 3))
      #expect((cell == .infinity) == (index[2] > 6 && index[3] > 6))
    }
    let dk = try Convolution.kernelGradient(
      upstream: u, input: x, kernel: k.shape, options: options)
    for place in 0..<dk.shape.count {
      let index = dk.shape.index(at: place)
      #expect(dk.cell(index).isNaN == (index[0] == 3))
      #expect((dk.cell(index) == .infinity) == (index[0] == 2))
    }
  }
}
