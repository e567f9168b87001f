import Testing

@testable import Rendering

/// The arithmetic of axes: labels stand where their numbers are.
@Suite struct PlotAxisTests {
  static let heights = [3, 4, 5, 8, 9, 13, 20, 50]

  /// Ranges of all sizes, positions and signs.
  static let ranges: [ClosedRange<Double>] = {
    let numbers = Array(RandomNumbers(seed: 7, count: 600))
    var ranges: [ClosedRange<Double>] = [
      0...1, -1...1, 0...0.1, 0.071...0.136, -5...3, 99...101, 1e9...1e9 + 1, 1e-300...2e-300,
      -1e308...1e308, 0...Double.leastNonzeroMagnitude, 0...0, 7...7, -3...(-3), 1e300...1e300,
      1e12...1e12 + 0.001,
    ]
    for place in stride(from: 0, to: numbers.count, by: 2) {
      let (low, high) = (numbers[place], numbers[place + 1])
      ranges.append(min(low, high)...max(low, high))
    }
    return ranges
  }()

  @Test(arguments: heights)
  func `a linear axis holds its range, and labels are exactly at their numbers`(_ most: Int) {
    for range in Self.ranges {
      let axis = ValueAxis(over: range, rows: most, isLogarithmic: false)
      #expect(axis.rows >= 1 && axis.rows <= most, "\(range)")
      for end in [range.lowerBound, range.upperBound] {
        let height = axis.height(of: end)
        #expect(height >= -0.51 && height <= Double(axis.rows) - 0.49, "\(range) \(end) \(height)")
      }
      for (row, label) in axis.labels {
        #expect((0..<axis.rows).contains(row))
        guard let number = Double(label), number != 0 else { continue }
        #expect(abs(axis.height(of: number) - Double(row)) < 1e-3, "\(range) \(label) \(row)")
      }
      if most >= 9 { #expect(axis.labels.count >= 2, "\(range)") }
    }
  }

  @Test(arguments: heights)
  func `a logarithmic axis holds its range, and labels are on the nearest rows`(_ most: Int) {
    for range in Self.ranges where range.lowerBound > 0 {
      let axis = ValueAxis(over: range, rows: most, isLogarithmic: true)
      #expect(axis.rows >= 1 && axis.rows <= most, "\(range)")
      for end in [range.lowerBound, range.upperBound] {
        let height = axis.height(of: end)
        #expect(height >= -0.51 && height <= Double(axis.rows) - 0.49, "\(range) \(end) \(height)")
      }
      for (row, label) in axis.labels {
        guard let number = Double(label) else { continue }
        let distance = abs(axis.height(of: number) - Double(row))
        #expect(distance <= 0.51, "\(range) \(label) \(row)")
      }
    }
  }

  @Test(arguments: [
    (1, -1, [0, 1, 12], ["0.0", "0.1", "1.2"]), (5, -2, [-1, 0, 2], ["-0.05", "0.00", "0.10"]),
    (2, 0, [0, 5], ["0", "10"]), (1, 6, [0, 1], ["0", "1000000"]),
    (1, 7, [1, 12], ["1.0e+07", "1.2e+08"]), (2, -7, [0, 1, 2], ["0", "2e-07", "4e-07"]),
    (1, -5, [1], ["0.00001"]),
  ])
  func `labels of one axis have one form`(
    _ mantissa: Int, _ exponent: Int, _ counts: [Int], _ labels: [String]
  ) {
    #expect(NiceStep(mantissa: mantissa, exponent: exponent).labels(counts) == labels)
  }

  @Test func `steps rise by 1, 2 and 5`() {
    #expect(
      NiceStep.rising(from: 0.3).prefix(7).map(\.value) == [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1])
    #expect(NiceStep.notBelow(0.3)?.value == 0.5)
    #expect(NiceStep.notBelow(0.5)?.value == 0.5)
    #expect(NiceStep.notBelow(.greatestFiniteMagnitude) == nil)
  }

  @Test(arguments: [6, 7, 14, 40, 75, 200], [1, 2, 3, 10, 97, 1000, 1_234_567])
  func `indices on the axis are round and do not touch`(_ columns: Int, _ count: Int) {
    for first in [0, 13, 999_000] {
      let axis = IndexAxis(indices: first...first + count - 1, columns: columns)
      let ticks = axis.ticks
      #expect(ticks.allSatisfy { axis.indices.contains($0) })
      #expect(axis.labels.width <= max(columns, 7))
      let texts = axis.labels.text.split(separator: " ").compactMap { Int($0) }
      #expect(texts.allSatisfy(ticks.contains))
      for tick in ticks { #expect((0..<columns).contains(axis.column(of: tick))) }
    }
  }

  @Test(arguments: [DotRaster.Grain.braille, .plain])
  func `four values of a column set the dots that all of them set`(_ grain: DotRaster.Grain) {
    let numbers = RandomNumbers(seed: 11, count: 300).map { $0 - $0.rounded(.down) }
    for count in [1, 2, 5, 40, 300] {
      let values = (0..<count).map { place in
        place % 17 == 3 ? Double.nan : numbers[place] * 1000
      }
      let curve = CurveValues(values, from: 0, isLogarithmic: false)
      let axis = ValueAxis(over: 0...1000, rows: 9, isLogarithmic: false)
      let indices = IndexAxis(indices: 0...count - 1, columns: 12)
      var drawn = DotRaster(columns: 12, rows: axis.rows, grain: grain)
      drawn.draw(curve, indices, axis)
      var all = DotRaster(columns: 12, rows: axis.rows, grain: grain)
      var last: (x: Int, y: Int)?
      for (index, value) in values.enumerated() {
        guard !value.isNaN else {
          last = nil
          continue
        }
        let dots = axis.height(of: value) * Double(grain.rows) + Double(grain.rows - 1) / 2
        let point = (
          x: Int(indices.place(of: index, in: all.width).rounded()), y: Int(dots.rounded())
        )
        all.line(from: last ?? point, to: point)
        last = point
      }
      for row in 0..<axis.rows {
        for column in 0..<12 { #expect(drawn[row, column] == all[row, column], "\(count)") }
      }
    }
  }
}
