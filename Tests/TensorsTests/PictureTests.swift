import Kernels
import Testing

@testable import Tensors

/// The figures were worked out apart from the rules of PyTorch's `interpolate` with
/// `align_corners=False`: `bilinear` and `nearest-exact`.
@Suite struct ResizeTests {
  struct Size: Sendable {
    let rows: Int
    let columns: Int
    let bilinear: [Double]
    let nearest: [Double]
  }

  static let sizes = [
    Size(rows: 1, columns: 1, bilinear: [48], nearest: [64]),
    Size(rows: 2, columns: 2, bilinear: [7.125, 28.5, 294, 1176], nearest: [2, 8, 512, 2048]),
    Size(
      rows: 5, columns: 3,
      bilinear: [
        1.166666666667, 3, 7.333333333333, 8.166666666667, 21, 51.333333333333, 18.666666666667, 48,
        117.333333333333, 186.666666666667, 480, 1173.333333333334, 298.666666666667, 768,
        1877.333333333333,
      ],
      nearest: [1, 4, 8, 1, 4, 8, 16, 64, 128, 256, 1024, 2048, 256, 1024, 2048]),
    Size(
      rows: 4, columns: 7,
      bilinear: [
        1, 1.357142857143, 1.928571428571, 3, 4.285714285714, 6.571428571429, 8, 10.375,
        14.080357142857, 20.008928571429, 31.125, 44.464285714286, 68.178571428571, 83, 106,
        143.857142857143, 204.428571428571, 318, 454.285714285714, 696.571428571429, 848, 256,
        347.428571428571, 493.714285714286, 768, 1097.142857142857, 1682.285714285714, 2048,
      ],
      nearest: [
        1, 1, 2, 4, 4, 8, 8, 16, 16, 32, 64, 64, 128, 128, 16, 16, 32, 64, 64, 128, 128, 256, 256,
        512, 1024, 1024, 2048, 2048,
      ]),
  ]

  @Test("pictures take the figures of the rule, laid out anyhow", arguments: sizes)
  func figures(_ size: Size) throws {
    var power = 0.5
    let picture = try Tensor(Shape([3, 4]), .f64) {
      power *= 2
      return power
    }
    for layout in try picture.layouts {
      let bilinear = try layout.resized(rows: size.rows, columns: size.columns, .bilinear)
      #expect(same(bilinear.array, size.bilinear, within: 1e-11))
      let nearest = try layout.resized(rows: size.rows, columns: size.columns, .nearest)
      #expect(nearest.array == size.nearest)
    }
  }

  @Test("the same size changes nothing, an infinity stays where it is")
  func unchanged() throws {
    let picture = try Tensor([1, .infinity, -2, .nan, 5, 6], Shape([2, 3]))
    for kind in Interpolation.allCases {
      #expect(try same(picture.resized(rows: 2, columns: 3, kind).array, picture.array))
    }
  }

  @Test("leading dimensions are kept, and no pictures stay none")
  func batches() throws {
    let pictures = try Tensor.counting([2, 3, 2, 2], .f32)
    let result = try pictures.resized(rows: 1, columns: 2, .nearest)
    #expect(result.shape.lengths == [2, 3, 1, 2])
    #expect(result.elementType == .f32)
    #expect(result.array == [2, 3, 6, 7, 10, 11, 14, 15, 18, 19, 22, 23])
    let none = try Tensor(Shape([0, 2, 2]), .f32)
    #expect(try none.resized(rows: 1 << 50, columns: 3, .bilinear).shape.count == 0)
  }

  @Test("empty pictures and sizes are refused")
  func empty() throws {
    let picture = try Tensor.counting([2, 3])
    #expect(throws: TensorError.outOfRange(0, what: "picture size", least: 1, most: .infinity)) {
      try picture.resized(rows: 0, columns: 3, .nearest)
    }
    #expect(throws: TensorError.outOfRange(-4, what: "picture size", least: 1, most: .infinity)) {
      try picture.resized(rows: 1, columns: -4, .nearest)
    }
    #expect(throws: TensorError.rank(try Shape([3]), what: "picture", allowed: [2, 3, 4])) {
      try Tensor.counting([3]).resized(rows: 1, columns: 1, .nearest)
    }
  }
}

@Suite struct TestPictureTests {
  @Test("blobs lie in 0…1, are not flat, and follow the seed", arguments: [ElementType.f32, .f64])
  func blobs(_ type: ElementType) throws {
    let shape = try Shape([5, 1, 32, 32])
    var (first, second, third) = (
      RandomSource(seed: 1), RandomSource(seed: 1), RandomSource(seed: 2)
    )
    let pictures = try Tensor.blobs(shape, type, using: &first)
    for picture in 0..<5 {
      let statistics = try pictures.sliced([.at(picture)]).statistics()
      #expect(statistics.least >= 0 && statistics.largest <= 1)
      #expect(statistics.deviation > 0.05)
    }
    #expect(try pictures.array == Tensor.blobs(shape, type, using: &second).array)
    #expect(try pictures.array != Tensor.blobs(shape, type, using: &third).array)
  }

  @Test("no pictures, empty pictures and one pixel")
  func small() throws {
    var source = RandomSource(seed: 1)
    for lengths in [[0, 4, 4], [3, 0, 4], [3, 4, 0]] {
      #expect(try Tensor.blobs(Shape(lengths), .f32, using: &source).array == [])
    }
    #expect(try Tensor.blobs(Shape([1, 1]), .f32, using: &source).array.count == 1)
    #expect(throws: TensorError.self) { try Tensor.blobs(Shape([4]), .f32, using: &source) }
  }

  @Test("salt and pepper reach as many pixels as asked", arguments: [0, 0.1, 0.5, 1])
  func saltAndPepper(_ probability: Double) throws {
    var source = RandomSource(seed: 1)
    let grey = try Tensor(Shape([200, 200]), .f32, filledWith: 0.5)
    let cells = try grey.with(.saltAndPepper(probability), using: &source).array
    let (salt, pepper) = (cells.count { $0 == 1 }, cells.count { $0 == 0 })
    #expect(abs(Double(salt) / 40_000 - probability / 2) < 0.01)
    #expect(abs(Double(pepper) / 40_000 - probability / 2) < 0.01)
    #expect(cells.count { $0 == 0.5 } == 40_000 - salt - pepper)
    #expect(grey.array.allSatisfy { $0 == 0.5 })
  }

  @Test("normal noise has its deviation")
  func gaussian() throws {
    var source = RandomSource(seed: 1)
    let grey = try Tensor(Shape([200, 200]), .f64, filledWith: 0.5)
    let statistics = try grey.with(.gaussian(0.2), using: &source).statistics()
    #expect((statistics.mean - 0.5).magnitude < 0.01)
    #expect((statistics.deviation - 0.2).magnitude < 0.01)
  }

  @Test("noise that cannot be is refused")
  func badNoise() throws {
    var source = RandomSource(seed: 1)
    let grey = try Tensor(Shape([2]), .f64)
    #expect(throws: TensorError.outOfRange(1.5, what: "probability", least: 0, most: 1)) {
      try grey.with(.saltAndPepper(1.5), using: &source)
    }
    for noise in [Noise.saltAndPepper(.nan), .gaussian(-1), .gaussian(.infinity), .gaussian(.nan)] {
      #expect(throws: TensorError.self) { try grey.with(noise, using: &source) }
    }
  }
}
