import Testing

@testable import Kernels

@Suite struct ChannelSumTests {
  /// N×C×H×W of small whole numbers, `gap` cells between images.
  private func images(_ sizes: [Int], gap: Int, _ type: ElementType) -> Cells {
    let plane = sizes[2] * sizes[3]
    let imageStride = sizes[1] * plane + gap
    let count = sizes[0] * imageStride
    let values = (0..<count).map { (place: Int) -> Double in
      let number = (place * 7 + place / 13) % 29
      return Double(number - 11)
    }
    let storage = type == .f64 ? Storage(values) : Storage(values.map(Float.init))
    var shape = SIMD8<Int>(repeating: 1)
    var strides = SIMD8<Int>.zero
    for (axis, step) in [imageStride, plane, sizes[3], 1].enumerated() {
      shape[axis] = sizes[axis]
      strides[axis] = step
    }
    return Cells(storage, offset: 0, rank: 4, sizes: shape, strides: strides)
  }

  private func expected(_ images: Cells) -> [Double] {
    (0..<images.sizes[1]).map { channel in
      var sum = 0.0
      for image in 0..<images.sizes[0] {
        for position in 0..<images.sizes[2] * images.sizes[3] {
          let plane = image * images.strides[0] + channel * images.strides[1]
          sum += images.storage[plane + position]
        }
      }
      return sum
    }
  }

  @Test(
    "each channel is summed over images and positions",
    arguments: [
      [1, 1, 1, 1], [3, 5, 2, 3], [2, 7, 3, 11], [4, 3, 1, 33], [9, 2, 8, 9], [1, 4, 70, 61],
      [40, 1, 50, 51], [3, 20, 40, 45], [0, 3, 2, 2], [2, 0, 3, 3],
    ], [0, 5])
  func sums(_ sizes: [Int], _ gap: Int) throws {
    for type in ElementType.allCases {
      for target in ElementType.allCases {
        let images = images(sizes, gap: gap, type)
        let sums = Cells.matrix(
          Storage(target, count: sizes[1]), rows: sizes[1], columns: 1, rowStride: 1)
        let isDone = try ChannelSum.compute(images, into: sums)
        #expect(isDone)
        #expect((0..<sizes[1]).map { sums.storage[$0] } == expected(images))
      }
    }
  }

  @Test("rows with gaps are left to others")
  func gaps() throws {
    let whole = images([1, 2, 4, 6], gap: 0, .f64)
    var sizes = whole.sizes
    sizes[3] = 5
    let view = Cells(
      whole.storage, offset: 0, rank: 4, sizes: sizes, strides: whole.strides)
    let sums = Cells.matrix(Storage(.f64, count: 2), rows: 2, columns: 1, rowStride: 1)
    let isDone = try ChannelSum.compute(view, into: sums)
    #expect(!isDone)
  }
}
