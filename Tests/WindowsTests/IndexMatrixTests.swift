import Kernels
import Tensors
import Testing

@testable import Windows

/// Numbers from a run of CNNumpy's `get_indices` (3outeille, "Convolutional Neural Network with Numpy
/// (Fast)").
@Suite struct IndexMatrixTests {
  /// `get_indices((1, 3, 4, 4), 2, 2, stride=1, pad=0)`; flat is (d·4 + i)·4 + j, its figure's pixel
  /// numbers less one.
  static let figures: [(IndexKind, [Double])] = [
    (
      .i,
      [
        0, 0, 0, 1, 1, 1, 2, 2, 2,
        0, 0, 0, 1, 1, 1, 2, 2, 2,
        1, 1, 1, 2, 2, 2, 3, 3, 3,
        1, 1, 1, 2, 2, 2, 3, 3, 3,
        0, 0, 0, 1, 1, 1, 2, 2, 2,
        0, 0, 0, 1, 1, 1, 2, 2, 2,
        1, 1, 1, 2, 2, 2, 3, 3, 3,
        1, 1, 1, 2, 2, 2, 3, 3, 3,
        0, 0, 0, 1, 1, 1, 2, 2, 2,
        0, 0, 0, 1, 1, 1, 2, 2, 2,
        1, 1, 1, 2, 2, 2, 3, 3, 3,
        1, 1, 1, 2, 2, 2, 3, 3, 3,
      ]
    ),
    (
      .j,
      [
        0, 1, 2, 0, 1, 2, 0, 1, 2,
        1, 2, 3, 1, 2, 3, 1, 2, 3,
        0, 1, 2, 0, 1, 2, 0, 1, 2,
        1, 2, 3, 1, 2, 3, 1, 2, 3,
        0, 1, 2, 0, 1, 2, 0, 1, 2,
        1, 2, 3, 1, 2, 3, 1, 2, 3,
        0, 1, 2, 0, 1, 2, 0, 1, 2,
        1, 2, 3, 1, 2, 3, 1, 2, 3,
        0, 1, 2, 0, 1, 2, 0, 1, 2,
        1, 2, 3, 1, 2, 3, 1, 2, 3,
        0, 1, 2, 0, 1, 2, 0, 1, 2,
        1, 2, 3, 1, 2, 3, 1, 2, 3,
      ]
    ),
    (
      .channel,
      [
        0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0,
        1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1,
        2, 2, 2, 2, 2, 2, 2, 2, 2,
        2, 2, 2, 2, 2, 2, 2, 2, 2,
        2, 2, 2, 2, 2, 2, 2, 2, 2,
        2, 2, 2, 2, 2, 2, 2, 2, 2,
      ]
    ),
    (
      .flat,
      [
        0, 1, 2, 4, 5, 6, 8, 9, 10,
        1, 2, 3, 5, 6, 7, 9, 10, 11,
        4, 5, 6, 8, 9, 10, 12, 13, 14,
        5, 6, 7, 9, 10, 11, 13, 14, 15,
        16, 17, 18, 20, 21, 22, 24, 25, 26,
        17, 18, 19, 21, 22, 23, 25, 26, 27,
        20, 21, 22, 24, 25, 26, 28, 29, 30,
        21, 22, 23, 25, 26, 27, 29, 30, 31,
        32, 33, 34, 36, 37, 38, 40, 41, 42,
        33, 34, 35, 37, 38, 39, 41, 42, 43,
        36, 37, 38, 40, 41, 42, 44, 45, 46,
        37, 38, 39, 41, 42, 43, 45, 46, 47,
      ]
    ),
  ]

  @Test("the matrices of a 3x4x4 image under 2x2 are CNNumpy's", arguments: figures)
  func numbers(_ kind: IndexKind, _ expected: [Double]) throws {
    let window = try SlidingWindow(input: Extent(4), kernel: Extent(2))
    let matrix = try IndexMatrix(image: Shape([1, 3, 4, 4]), window: window, kind: kind)
    #expect(try matrix.shape == Shape([12, 9]))
    #expect(try matrix.materialized().array == expected)
  }

  /// `get_indices((1, 2, 4, 5), 3, 2, stride=2, pad=1)`, less the padding.
  static let padded: [(IndexKind, [Double])] = [
    (
      .i,
      [
        -1, -1, -1, 1, 1, 1,
        -1, -1, -1, 1, 1, 1,
        0, 0, 0, 2, 2, 2,
        0, 0, 0, 2, 2, 2,
        1, 1, 1, 3, 3, 3,
        1, 1, 1, 3, 3, 3,
        -1, -1, -1, 1, 1, 1,
        -1, -1, -1, 1, 1, 1,
        0, 0, 0, 2, 2, 2,
        0, 0, 0, 2, 2, 2,
        1, 1, 1, 3, 3, 3,
        1, 1, 1, 3, 3, 3,
      ]
    ),
    (
      .j,
      [
        -1, 1, 3, -1, 1, 3,
        0, 2, 4, 0, 2, 4,
        -1, 1, 3, -1, 1, 3,
        0, 2, 4, 0, 2, 4,
        -1, 1, 3, -1, 1, 3,
        0, 2, 4, 0, 2, 4,
        -1, 1, 3, -1, 1, 3,
        0, 2, 4, 0, 2, 4,
        -1, 1, 3, -1, 1, 3,
        0, 2, 4, 0, 2, 4,
        -1, 1, 3, -1, 1, 3,
        0, 2, 4, 0, 2, 4,
      ]
    ),
  ]

  @Test("in the padding, rows and columns are counted from the image", arguments: padded)
  func paddedNumbers(_ kind: IndexKind, _ expected: [Double]) throws {
    let window = try SlidingWindow(
      input: Extent(rows: 4, columns: 5), kernel: Extent(rows: 3, columns: 2), stride: Extent(2),
      padding: .all(1))
    let matrix = try IndexMatrix(image: Shape([1, 2, 4, 5]), window: window, kind: kind)
    #expect(try matrix.materialized().array == expected)
  }

  @Test("an order lays the indices where it lays the pixels", arguments: PatchOrder.allCases)
  func orders(_ order: PatchOrder) throws {
    let image = try Shape([2, 2, 3, 4])
    let window = try SlidingWindow(input: Extent(rows: 3, columns: 4), kernel: Extent(2))
    let pixels = try Tensor((0..<48).map(Double.init), image)
    let flat = try IndexMatrix(image: image, window: window, kind: .flat, order: order)
    let pairs = try IndexMatrix(image: image, window: window, kind: .pairs, order: order)
    let patches = try PatchMatrix(pixels, window: window, order: order)
    #expect(flat.shape == patches.shape)
    for place in 0..<flat.shape.count {
      let index = flat.shape.index(at: place)
      let pixel = flat.cell(index)
      #expect(pixel == patches.cell(index).truncatingRemainder(dividingBy: 24))
      let pair = pairs.shape.index(at: 2 * place)
      let next = pairs.shape.index(at: 2 * place + 1)
      #expect(pairs.cell(pair) * 4 + pairs.cell(next) == pixel.truncatingRemainder(dividingBy: 12))
    }
  }

  @Test("flat is -1 in the padding")
  func flatPadding() throws {
    let window = try SlidingWindow(input: Extent(2), kernel: Extent(2), padding: .all(1))
    let matrix = try IndexMatrix(image: Shape([2, 2]), window: window, kind: .flat)
    #expect(
      try matrix.materialized().array == [
        -1, -1, -1, -1, 0, 1, -1, 2, 3,
        -1, -1, -1, 0, 1, -1, 2, 3, -1,
        -1, 0, 1, -1, 2, 3, -1, -1, -1,
        0, 1, -1, 2, 3, -1, -1, -1, -1,
      ])
  }

  @Test("pairs have row and column on a last axis, and images stand side by side")
  func pairs() throws {
    let window = try SlidingWindow(
      input: Extent(rows: 4, columns: 5), kernel: Extent(rows: 3, columns: 2), padding: .all(1))
    let image = try Shape([2, 3, 4, 5])
    let pairs = try IndexMatrix(image: image, window: window, kind: .pairs)
    let rows = try IndexMatrix(image: image, window: window, kind: .i)
    let columns = try IndexMatrix(image: image, window: window, kind: .j)
    #expect(try pairs.shape == Shape([18, 48, 2]))
    for place in 0..<rows.shape.count {
      let index = rows.shape.index(at: place)
      #expect(pairs.cell([index[0], index[1], 0]) == rows.cell(index))
      #expect(pairs.cell([index[0], index[1], 1]) == columns.cell(index))
      #expect(rows.cell(index) == rows.cell([index[0], (index[1] + 24) % 48]))
    }
  }
}
