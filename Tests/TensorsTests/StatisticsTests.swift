import Kernels
import Testing

@testable import Tensors

@Suite struct StatisticsTests {
  @Test(
    "counts, places, mean and deviation of lists of any length",
    arguments: [1, 2, 7, 8, 9, 1023, 1024, 1025, 70_001])
  func lists(_ count: Int) throws {
    var source = RandomSource(seed: 1)
    var cells = (0..<count).map { _ in 100 + source.normal() }
    if count > 8 {
      cells[3] = .nan
      cells[5] = -.infinity
      cells[count - 1] = .infinity
      cells[count / 2] = 0
    }
    let finite = cells.filter(\.isFinite)
    let mean = finite.reduce(0, +) / Double(finite.count)
    let variance = finite.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(finite.count)
    for tensor in try [Tensor(vector: cells), Tensor(vector: cells.reversed()).flipped([0])] {
      let statistics = try tensor.statistics()
      #expect(statistics.count == count)
      #expect(statistics.finiteCount == finite.count)
      #expect(statistics.nanCount == cells.count(where: \.isNaN))
      #expect(statistics.infinityCount == cells.count(where: \.isInfinite))
      #expect(statistics.zeroCount == cells.count { $0 == 0 })
      #expect(statistics.least == finite.min())
      #expect(statistics.largest == finite.max())
      #expect(
        statistics.leastIndex == finite.min().flatMap(cells.firstIndex).map { CellIndex([$0]) })
      #expect(
        statistics.largestIndex == finite.max().flatMap(cells.firstIndex).map { CellIndex([$0]) })
      #expect(statistics.firstNaNIndex == (count > 8 ? [3] : nil))
      #expect(statistics.firstInfinityIndex == (count > 8 ? [5] : nil))
      #expect((statistics.mean - mean).magnitude <= 1e-12 * 100)
      #expect((statistics.deviation - variance.squareRoot()).magnitude <= 1e-10)
    }
  }

  @Test("a shift far from zero does not spoil the deviation")
  func shifted() throws {
    let statistics = try Tensor.counting([3000], from: 1e12).statistics()
    #expect(statistics.mean == 1e12 + 1499.5)
    #expect((statistics.deviation / ((3000.0 * 3000 - 1) / 12).squareRoot() - 1).magnitude < 1e-12)
  }

  @Test("no cells and no finite cells have no mean")
  func empty() throws {
    let none = try Tensor.counting([0, 3]).statistics()
    #expect(none.count == 0 && none.mean.isNaN && none.deviation.isNaN)
    #expect(none.leastIndex == nil && none.largestIndex == nil)
    let strange = try Tensor(vector: [.nan, .infinity]).statistics()
    #expect(strange.finiteCount == 0 && strange.mean.isNaN)
    #expect(strange.least == .infinity && strange.leastIndex == nil)
  }

  @Test("places are indices of the tensor's own shape, the first of equals")
  func places() throws {
    for layout in try Tensor([1, 5, -2, 5, -2, 0], Shape([2, 3])).layouts {
      let statistics = try layout.statistics()
      #expect(statistics.largestIndex == [0, 1])
      #expect(statistics.leastIndex == [0, 2])
      #expect(statistics.zeroCount == 1)
    }
  }
}
