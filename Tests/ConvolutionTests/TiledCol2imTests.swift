import Kernels
import Tensors
import Testing
import Windows

@testable import Convolution

/// Operands are multiples of 1/16, so that every sum is exact whatever its order.
@Suite struct TiledCol2imTests {
  /// Gradients of some tiles, bands and images each.
  struct Case: Sendable, CustomStringConvertible {
    let x: [Int]
    let k: [Int]
    var stride = Extent(1)
    var padding = Padding.valid
    var dilation = Extent(1)
    var groups = 1

    var description: String { "\(Shape.spelled(x)) by \(Shape.spelled(k)) stride=\(stride)" }

    var options: ConvolutionOptions {
      ConvolutionOptions(stride: stride, padding: padding, dilation: dilation, groups: groups)
    }

    func upstream() throws -> Tensor {
      let shape = try ConvolutionGeometry(
        input: Shape(x), kernel: Shape(k), options: options
      ).result
      return try sixteenths(shape.lengths, seed: 3)
    }
  }

  static let cases: [Case] = {
    var cases = [
      Case(x: [1, 3, 40, 37], k: [20, 3, 5, 5], stride: Extent(2), padding: .all(2)),
      Case(x: [3, 2, 41, 33], k: [32, 2, 3, 3], stride: Extent(rows: 2, columns: 3)),
      Case(x: [2, 4, 33, 31], k: [40, 2, 4, 3], stride: Extent(3), padding: .same, groups: 2),
      Case(x: [1, 1, 90, 9], k: [64, 1, 7, 2], stride: Extent(rows: 5, columns: 1)),
      Case(
        x: [1, 2, 30, 40], k: [33, 2, 3, 3], stride: Extent(2), padding: .all(4),
        dilation: Extent(rows: 3, columns: 2)),
      Case(x: [5, 9, 20, 20], k: [17, 9, 3, 3], padding: .all(1)),
      Case(
        x: [1, 1, 3, 5], k: [2, 1, 2, 2],
        padding: .explicit(PaddingSides(top: 0, left: 2_999_996, bottom: 0, right: 0)),
        dilation: Extent(rows: 1, columns: 3_000_000)),
    ]
    // Around a vector's and a tile's edges.
    for columns in 1...50 {
      cases.append(Case(x: [1, 2, 3, columns + 2], k: [5, 2, 3, 3], padding: .all(1)))
    }
    return cases
  }()

  @Test("patches summed tile by tile are what plain loops find", arguments: cases)
  func agreement(_ example: Case) throws {
    let (k, u) = try (sixteenths(example.k, seed: 2), example.upstream())
    let shape = try Shape(example.x)
    let expected = try Convolution.inputGradient(
      upstream: u, kernel: k, input: shape, options: example.options, route: .scatter
    ).array
    for type in ElementType.allCases {
      let found = try Convolution.inputGradient(
        upstream: u.converted(to: type), kernel: k.converted(to: type), input: shape,
        options: example.options, route: .col2im)
      #expect(found.array == expected)
    }
    var last = example.options
    last.layout = .nhwc
    let found = try Convolution.inputGradient(
      upstream: u.permuted([0, 2, 3, 1]), kernel: k.permuted([2, 3, 1, 0]),
      input: Shape([example.x[0], example.x[2], example.x[3], example.x[1]]), options: last,
      route: .col2im)
    #expect(try found.permuted([0, 3, 1, 2]).array == expected)
  }

  @Test(
    "NaN and infinity go where plain loops take them", arguments: [Double.nan, .infinity],
    [1, 2])
  func notFinite(_ number: Double, _ stride: Int) throws {
    let example = Case(
      x: [2, 2, 7, 6], k: [9, 2, 3, 3], stride: Extent(stride), padding: .all(1))
    let (k, u) = try (sixteenths(example.k, seed: 2), example.upstream())
    func check(_ u: Tensor, _ k: Tensor) throws {
      let gradient = { (route: InputGradientRoute) throws -> Tensor in
        try Convolution.inputGradient(
          upstream: u, kernel: k, input: Shape(example.x), options: example.options, route: route)
      }
      #expect(disagreement(try gradient(.col2im), try gradient(.scatter)) == 0)
    }
    for place in Swift.stride(from: 0, to: u.shape.count, by: 11) {
      let spoiled = try u.copied(to: .f64)
      spoiled.cells.storage[place] = number
      try check(spoiled, k)
    }
    for place in Swift.stride(from: 0, to: k.shape.count, by: 5) {
      let spoiled = try k.copied(to: .f64)
      spoiled.cells.storage[place] = number
      try check(u, spoiled)
    }
  }

  @Test("it stops when asked to", arguments: [cases[0], cases[1]])
  func interruption(_ example: Case) throws {
    let (k, u) = try (sixteenths(example.k, seed: 2), example.upstream())
    for looks in 0..<6 {
      #expect(throws: ConvolutionError.tensor(.interrupted)) {
        try Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: looks)) {
          _ = try Convolution.inputGradient(
            upstream: u, kernel: k, input: Shape(example.x), options: example.options,
            route: .col2im)
        }
      }
    }
  }

  @Test("it is chosen with steps, few channels and many outputs")
  func choice() throws {
    func route(_ x: [Int], _ k: [Int], _ stride: Int, _ type: ElementType) throws
      -> InputGradientRoute
    {
      try ConvolutionGeometry(
        input: Shape(x), kernel: Shape(k), options: ConvolutionOptions(stride: Extent(stride))
      ).inputGradientRoute(in: type)
    }
    #expect(try route([4, 3, 12, 10], [128, 3, 3, 3], 2, .f64) == .col2im)
    #expect(try route([1, 3, 224, 224], [64, 3, 7, 7], 2, .f32) == .col2im)
    #expect(try route([1, 3, 227, 227], [96, 3, 11, 11], 4, .f32) == .flipped)
    #expect(try route([1, 3, 227, 227], [96, 3, 11, 11], 4, .f64) == .col2im)
    #expect(try route([1, 64, 56, 56], [128, 64, 3, 3], 2, .f64) == .flipped)
    #expect(try route([4, 3, 12, 10], [8, 3, 3, 3], 2, .f64) == .flipped)
    #expect(try route([4, 3, 12, 10], [128, 3, 3, 3], 1, .f64) == .flipped)
  }
}
