import Testing

@testable import Kernels

@Suite struct LoopNestTests {
  static let storage = Storage(.f32, count: 1)

  static func cells(_ sizes: [Int], _ strides: [Int], from offset: Int) -> Cells {
    var (size, step) = (SIMD8<Int>(repeating: 1), SIMD8<Int>.zero)
    for axis in sizes.indices { (size[axis], step[axis]) = (sizes[axis], strides[axis]) }
    return Cells(storage, offset: offset, rank: sizes.count, sizes: size, strides: step)
  }

  /// The offsets of the cells in row-major order, by the definition.
  static func offsets(_ cells: Cells) -> [Int] {
    (0..<cells.rank).reduce([cells.offset]) { starts, axis in
      starts.flatMap { start in (0..<cells.sizes[axis]).map { start + $0 * cells.strides[axis] } }
    }
  }

  @Test(
    "every part of a nest visits its cells in row-major order, whichever views are in step",
    arguments: [[3, 4], [4, 1], [1, 1], [0, 3]],
    [[12, 3, 1], [1, 2, 6], [-12, 0, 1], [0, 0, 0]])
  func runs(_ lengths: [Int], _ strides: [Int]) {
    let sizes = [2] + lengths
    let contiguous = Self.cells(sizes, [lengths[0] * lengths[1], lengths[1], 1], from: 5)
    let other = Self.cells(sizes, strides, from: 100)
    for (a, b, c) in [(contiguous, other, contiguous), (other, other, contiguous)] {
      let nest = LoopNest(a, b, c)
      let expected = (Self.offsets(a), Self.offsets(b), Self.offsets(c))
      #expect(nest.count == expected.0.count)
      for lower in 0...nest.count {
        for upper in lower...nest.count {
          var seen: ([Int], [Int], [Int]) = ([], [], [])
          nest.forEachRun(in: lower..<upper) { at, count in
            for i in 0..<count {
              seen.0.append(at.result + i * nest.rowStrides.result)
              seen.1.append(at.first + i * nest.rowStrides.first)
              seen.2.append(at.second + i * nest.rowStrides.second)
            }
          }
          #expect(seen.0 == Array(expected.0[lower..<upper]))
          #expect(seen.1 == Array(expected.1[lower..<upper]))
          #expect(seen.2 == Array(expected.2[lower..<upper]))
        }
      }
    }
  }

  @Test("neighbouring dimensions without gaps are one row")
  func merges() {
    let whole = Self.cells([2, 3, 1, 4], [12, 4, 99, 1], from: 0)
    #expect(LoopNest(whole, whole, whole).rowLength == 24)
    let gap = Self.cells([2, 3, 1, 4], [24, 4, 99, 1], from: 0)
    #expect(LoopNest(gap, gap, gap).rowLength == 12)
    #expect(LoopNest(gap, gap, gap).outerRank == 1)
  }
}
