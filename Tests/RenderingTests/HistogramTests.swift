import Kernels
import Tensors
import Testing

@testable import Rendering

/// Histograms: bins with round edges, every cell in one of them.
@Suite struct HistogramTests {
  static func text(_ values: [Double], bins: Int? = nil, _ context: RenderContext) throws -> String
  {
    try HistogramView.text(of: Tensor(vector: values), named: "x", bins: bins, context)
  }

  @Test func `whole numbers have a bin each`() throws {
    #expect(
      try Self.text([2, -1, 2, 0, 2, 1, 1], RenderContext(width: 40)) == """
        -1  1  14.3%  |########
         0  1  14.3%  |########
         1  2  28.6%  |#################
         2  3  42.9%  |#########################
        x: 7 cells, min -1, max 2, mean 1
        """)
  }

  @Test func `other numbers have ranges with round edges`() throws {
    #expect(
      try Self.text([0.11, 0.19, 0.2, 0.45, 0.5], bins: 4, RenderContext(width: 40)) == """
        [0.1, 0.2)  2  40.0%  |#################
        [0.2, 0.3)  1  20.0%  |#########
        [0.3, 0.4)  0   0.0%  |
        [0.4, 0.5]  2  40.0%  |#################
        x: 5 cells, min 0.11, max 0.5, mean 0.29
        """)
  }

  @Test func `Unicode's blocks show eighths, and colour repeats nothing but the bar`() throws {
    #expect(
      try Self.text([0, 0, 0, 0, 0, 1, 1, 2], RenderContext(width: 24, box: .unicode)) == """
        0  5  62.5%  │██████████
        1  2  25.0%  │████
        2  1  12.5%  │██
        x: 8 cells, min 0, max
          2, mean 0.5
        """)
    let colored = try Self.text([1, 2, 2], RenderContext(width: 60, color: .palette))
    #expect(
      colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        == (try Self.text([1, 2, 2], RenderContext(width: 60))))
  }

  @Test func `NaN and infinities are counted apart`() throws {
    #expect(
      try Self.text([1, .nan, .infinity, -.infinity, .nan, .nan], RenderContext(width: 60)) == """
        1  1  100.0%  |\(String(repeating: "#", count: 45))
        x: 6 cells, min 1, max 1, mean 1; not counted: 3 NaN, 2 inf
        """)
    #expect(
      try Self.text([.nan], RenderContext(width: 60)) == "x: 1 cell; not counted: 1 NaN")
    #expect(try Self.text([], RenderContext(width: 60)) == "x: no cells")
  }

  @Test func `what is rare is seen`() throws {
    let values = Array(repeating: 0.0, count: 10_000) + [1]
    #expect(
      try Self.text(values, RenderContext(width: 40)) == """
        0  10,000  100.0%  |####################
        1       1   <0.1%  |.
        x: 10,001 cells, min 0, max 1, mean
          9.999e-05
        """)
  }

  @Test func `a narrow screen keeps the bars and shortens the labels`() throws {
    let values = (0..<100).map { Double($0 * $0) / 100 - 0.5 }
    #expect(
      try Self.text(values, bins: 5, RenderContext(width: 20)) == """
        -20   8  |##
          0  38  |##########
         20  18  |#####
         40  14  |####
         60  12  |###
         80  10  |###
        x: 100 cells, min
          -0.5, max 97.51,
          mean 32.34
        """)
    #expect(
      try Self.text(values, bins: 5, RenderContext(width: 30)) == """
        [-20,   0)   8  |###
        [  0,  20)  38  |#############
        [ 20,  40)  18  |######
        [ 40,  60)  14  |#####
        [ 60,  80)  12  |####
        [ 80, 100]  10  |###
        x: 100 cells, min -0.5, max
          97.51, mean 32.34
        """)
  }

  /// Values whose quotients by a step are rounded over an edge, and others.
  static let values: [[Double]] = [
    (0...30).map { Double($0) / 10 }, (0...300).map { Double($0) * 0.1 }, [0.3, 0.6, 0.7],
    [-0.3, -0.1, 0.1, 0.3], [1e-9, 3e-9, 2.5e-9], [1e9, 1e9 + 0.5], [7], [0.3, 0.3],
    [-1e308, 1e308], [0, Double.leastNonzeroMagnitude], [1e300, 1e300], [1e15, 1e15 + 1, 1e15 + 2],
    (0..<1000).map(Double.init),
    [-5, 100], [1e17, 2e17],
  ]

  @Test(arguments: values, [nil, 1, 2, 7, 20, 1000])
  func `every number is in the bin whose edges enclose it`(_ values: [Double], _ wanted: Int?)
    throws
  {
    let histogram = try Histogram(Tensor(vector: values), bins: wanted)
    let bins = try #require(histogram.bins)
    #expect(histogram.counts.count == bins.count && bins.count <= 1000)
    #expect(histogram.counts.reduce(0, +) == values.count)
    let edges = bins.edges.compactMap { Double($0) }
    #expect(edges.count == bins.edges.count)
    #expect(bins.areIntegers || edges.count == bins.count + 1)
    for value in values {
      let bin = bins.bin(of: value)
      if bins.areIntegers {
        #expect(edges[bin] == value)
      } else {
        // Labels have as many digits as the edges need, so that they are the edges.
        let isLast = bin + 1 == bins.count
        #expect(
          edges[bin] <= value && (value < edges[bin + 1] || isLast && value <= edges[bin + 1]),
          "\(value)")
      }
    }
  }

  @Test func `about so many bins are made as are asked for`() throws {
    for wanted in 2...60 {
      let bins = HistogramBins(over: 0.013...97.3, of: 1000, wanted: wanted, areWhole: false)
      let ratio = Double(bins.count) / Double(wanted)
      #expect(ratio <= 1.75 && ratio >= 1 / 1.75, "\(wanted): \(bins.count)")
    }
  }

  @Test(arguments: values, [20, 40, 80, 200])
  func `a histogram keeps to the width`(_ values: [Double], _ width: Int) throws {
    for box in BoxStyle.allCases {
      let text = try Self.text(values, RenderContext(width: width, box: box))
      for line in text.split(separator: "\n") {
        #expect(line.count <= width && line.last != " ", "\(line)")
      }
    }
  }

  @Test func `a strided value of many cells is counted whole`() throws {
    let cells = try Tensor((0..<200_000).map { Double($0 % 3) }, Shape([400, 500])).transposed()
    let histogram = try Histogram(cells, bins: nil)
    #expect(histogram.counts == [66667, 66667, 66666])
  }
}
