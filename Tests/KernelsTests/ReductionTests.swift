import Testing

@testable import Kernels

@Suite struct ReductionTests {
  /// Numbers whose sums depend on their order.
  static func numbers(_ count: Int) -> [Double] {
    var state: UInt64 = 7
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / 1e3 - 7e3
    }
  }

  static func vector(_ storage: Storage, _ count: Int, step: Int) -> Cells {
    .matrix(storage, rows: 1, columns: count, rowStride: 0, columnStride: step)
  }

  /// Reduces each of `kept` lists of `reduced` cells.
  static func reduce(
    _ kind: ReductionKind, _ storage: Storage, kept: (count: Int, step: Int),
    reduced: (count: Int, step: Int)
  ) throws -> [Double] {
    let result = Storage(kind == .argmax ? .f64 : storage.elementType, count: kept.count)
    try Reduction.reduce(
      kind, kept: vector(storage, kept.count, step: kept.step),
      reduced: vector(storage, reduced.count, step: reduced.step),
      into: vector(result, kept.count, step: 1))
    return (0..<kept.count).map { result[$0] }
  }

  @Test(
    "a sum has the same bits whether its cells are near or far apart",
    arguments: [1, 2, 7, 8, 9, 500, 255, 256, 257, 5000, 66_000], [1, 7, 8, 33])
  func walks(_ length: Int, _ most: Int) throws {
    let count = min(most, max(8, 30_000 / length))
    let values = Self.numbers(length * count)
    let rows = Storage(values)
    // The same numbers with rows and columns exchanged.
    let columns = Storage(
      (0..<length * count).map { values[$0 % count * length + $0 / count] })
    for kind in ReductionKind.allCases {
      let near = try Self.reduce(kind, rows, kept: (count, length), reduced: (length, 1))
      let far = try Self.reduce(kind, columns, kept: (count, 1), reduced: (length, count))
      #expect(near.map(\.bitPattern) == far.map(\.bitPattern))
    }
  }

  @Test("a sum over several dimensions has the same bits with gaps and without")
  func gaps() throws {
    let (rows, columns) = (37, 61)
    let values = Self.numbers(rows * columns)
    let gapped = Storage(
      (0..<rows).flatMap { row in
        Array(values[row * columns..<(row + 1) * columns]) + [.nan, .nan, .nan]
      })
    let (whole, parts) = (Storage(.f64, count: 1), Storage(.f64, count: 1))
    let block = Storage(values)
    try Reduction.reduce(
      .sum, kept: Self.vector(block, 1, step: 0),
      reduced: Self.vector(block, rows * columns, step: 1), into: Self.vector(whole, 1, step: 0))
    try Reduction.reduce(
      .sum, kept: Self.vector(gapped, 1, step: 0),
      reduced: .matrix(gapped, rows: rows, columns: columns, rowStride: columns + 3),
      into: Self.vector(parts, 1, step: 0))
    #expect(whole[0].bitPattern == parts[0].bitPattern)
  }

  @Test("a sum of ten million tenths is right to the last bits")
  func accurate() throws {
    let count = 10_000_000
    let storage = Storage(.f64, count: count)
    try Elementwise.fill(Self.vector(storage, count, step: 1), with: 0.1)
    let sum = try Self.reduce(.sum, storage, kept: (1, 0), reduced: (count, 1))[0]
    #expect(abs(sum - 1e6) <= 8 * (1e6).ulp)
  }

  @Test("threads share a sum's pieces and change no bit of it")
  func threads() throws {
    let count = 700_001
    let values = Self.numbers(count)
    var sum = PairwiseSum()
    let fold = SumFold<Double>()
    let storage = Storage(values)
    let cells = Self.vector(storage, count, step: 1)
    let nest = LoopNest(cells, cells, cells)
    for piece in 0..<LoopNest.pieces(count) {
      sum.add(fold.walkRow(storage.pointer(Double.self), nest, LoopNest.piece(piece, of: count)))
    }
    let whole = fold.walkRow(storage.pointer(Double.self), nest, 0..<count)
    let shared = try Self.reduce(.sum, storage, kept: (1, 0), reduced: (count, 1))[0]
    #expect(sum.total == whole)
    #expect(shared == whole)
  }

  @Test(
    "the first of equal extremes wins, and the first NaN over all",
    arguments: [3, 64, 65, 200, 66_000], [1, 9])
  func extremes(_ length: Int, _ count: Int) throws {
    for (largest, nan) in [(0, nil), (length - 1, nil), (1, 2), (length - 1, length / 2)]
      as [(Int, Int?)]
    {
      var list = [Double](repeating: 1, count: length)
      list[largest] = 5
      if largest + 1 < length { list[length - 1] = 5 }
      if let nan { list[nan] = .nan }
      let expected = nan ?? largest
      // Both walks: the lists one after the other, and interleaved.
      let apart = Storage((0..<count).flatMap { _ in list })
      let together = Storage(list.flatMap { repeatElement($0, count: count) })
      for (storage, kept, step) in [(apart, length, 1), (together, 1, count)] {
        let places = try Self.reduce(
          .argmax, storage, kept: (count, kept), reduced: (length, step))
        #expect(places.allSatisfy { $0 == Double(expected) })
        let cells = try Self.reduce(.max, storage, kept: (count, kept), reduced: (length, step))
        #expect(cells.allSatisfy { nan == nil ? $0 == 5 : $0.isNaN })
        let least = try Self.reduce(.min, storage, kept: (count, kept), reduced: (length, step))
        #expect(least.allSatisfy { nan == nil ? $0 == 1 : $0.isNaN })
      }
    }
  }

  @Test("a sum of no cells is zero")
  func empty() throws {
    let storage = Storage(.f32, count: 0)
    #expect(try Self.reduce(.sum, storage, kept: (3, 0), reduced: (0, 1)) == [0, 0, 0])
    #expect(try Self.reduce(.sum, storage, kept: (0, 1), reduced: (3, 0)) == [])
  }

  @Test("the flag is looked at and stops a reduction either way it walks")
  func interrupts() throws {
    let storage = Storage(.f32, count: 1 << 18)
    try Elementwise.fill(Self.vector(storage, 1 << 18, step: 1), with: 1)
    for (kept, reduced) in [((1, 0), (1 << 18, 1)), ((64, 1), (1 << 12, 64))] {
      for kind in ReductionKind.allCases {
        #expect(throws: Interrupted()) {
          try Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: 1)) {
            _ = try Self.reduce(kind, storage, kept: kept, reduced: reduced)
          }
        }
      }
    }
  }

  @Test("numbers added two and two in runs of a power of two give the same bits as one by one")
  func pairwise() {
    for count in 0..<70 {
      let values = Self.numbers(count)
      var (whole, parts) = (PairwiseSum(), PairwiseSum())
      for value in values { whole.add(value) }
      for lower in stride(from: 0, to: count, by: 8) {
        var part = PairwiseSum()
        for value in values[lower..<min(count, lower + 8)] { part.add(value) }
        parts.add(part.total)
      }
      #expect(whole.total == parts.total)
    }
  }
}
