import Kernels
import Tensors
import Testing
import Windows

@testable import Convolution

@Suite struct PoolingGradientTests {
  @Test(
    "a tie goes to the first, is split, or goes whole to all",
    arguments: [
      (TieRule.first, [6.0, 0, 0, 0]), (.split, [2.0, 2, 0, 2]), (.all, [6.0, 6, 0, 6]),
    ])
  func ties(_ rule: TieRule, _ expected: [Double]) throws {
    for type in ElementType.allCases {
      let x = try Tensor([5, 5, 1, 5.0], Shape([2, 2])).converted(to: type)
      let u = try Tensor([6.0], Shape([1, 1])).converted(to: type)
      let dx = try Pooling.inputGradient(
        upstream: u, input: x, kernel: Extent(2), options: PoolOptions(ties: rule))
      #expect(dx.elementType == type)
      #expect(dx.array == expected)
    }
  }

  @Test(
    "ties of windows that overlap",
    arguments: [
      (TieRule.first, [0.0, 3, 0, 4, 0, 8, 0, 0, 0]),
      (.split, [0.0, 1.5, 0, 2.5, 0, 5, 0, 6, 0]),
      (.all, [0.0, 3, 0, 5, 0, 10, 0, 12, 0]),
    ])
  func overlap(_ rule: TieRule, _ expected: [Double]) throws {
    let x = try Tensor([0, 7, 0, 7, 0, 7, 0, 7, 0.0], Shape([3, 3]))
    let u = try Tensor([1, 2, 4, 8.0], Shape([2, 2]))
    let dx = try Pooling.inputGradient(
      upstream: u, input: x, kernel: Extent(2),
      options: PoolOptions(stride: Extent(1), ties: rule))
    #expect(dx.array == expected)
  }

  @Test("of several NaNs the first wins, whatever the rule", arguments: TieRule.allCases)
  func nan(_ rule: TieRule) throws {
    let x = try Tensor([1, .nan, .infinity, .nan], Shape([2, 2]))
    let u = try Tensor([3.0], Shape([1, 1]))
    let options = PoolOptions(ties: rule)
    let dx = try Pooling.inputGradient(upstream: u, input: x, kernel: Extent(2), options: options)
    #expect(dx.array == [0, 3, 0, 0])
    #expect(
      try Pooling.winners(of: x, kernel: Extent(2), options: options, at: [0, 0]) == [
        PoolWinner(tapRow: 0, tapColumn: 1, row: 0, column: 1, share: 1)
      ])
  }

  @Test("pixels of minus infinity win against padding", arguments: TieRule.allCases)
  func infinity(_ rule: TieRule) throws {
    let x = try Tensor(Shape([1, 2]), .f64, filledWith: -.infinity)
    let u = try Tensor([2.0], Shape([1, 1]))
    let dx = try Pooling.inputGradient(
      upstream: u, input: x, kernel: Extent(rows: 3, columns: 2),
      options: PoolOptions(padding: .explicit(PaddingSides(rows: 1, columns: 0)), ties: rule))
    #expect(dx.array == (rule == .first ? [2, 0] : rule == .split ? [1, 1] : [2, 2]))
  }

  @Test("an infinite gradient does not spoil its neighbours")
  func infiniteGradient() throws {
    let x = try Tensor([1, 2, 3, 4.0], Shape([1, 4]))
    let u = try Tensor([Double.infinity, 1], Shape([1, 2]))
    let dx = try Pooling.inputGradient(
      upstream: u, input: x, kernel: Extent(rows: 1, columns: 2))
    #expect(dx.array == [0, .infinity, 0, 1])
  }

  static let rules: [(PoolKind, Bool, TieRule)] = [
    (.max, true, .first), (.max, true, .split), (.max, true, .all), (.avg, true, .first),
    (.avg, false, .first),
  ]

  @Test(
    "a gradient is what the winners of all outputs receive", arguments: SmallConvolution.all, rules)
  func winners(_ small: SmallConvolution, _ rule: (PoolKind, Bool, TieRule)) throws {
    let extent = small.window.input
    // Few different values, so that there are ties.
    let x = try sixteenths([2, 2, extent.rows, extent.columns]).rounded()
    for roundsUp in [false, true] {
      let options = PoolOptions(
        kind: rule.0, stride: small.window.stride, padding: .explicit(small.window.sides),
        dilation: small.window.dilation, roundsUp: roundsUp, countsPadding: rule.1, ties: rule.2)
      let y: Tensor
      do {
        y = try Pooling.forward(x, kernel: small.window.kernel, options: options)
      } catch {
        guard case .window(.windowOfPadding) = error else { throw error }
        continue
      }
      let u = try sixteenths(y.shape.lengths, seed: 4)
      let dx = try Pooling.inputGradient(
        upstream: u, input: x, kernel: small.window.kernel, options: options)
      var expected = try Tensor(x.shape, .f64)
      for place in 0..<u.shape.count {
        let index = u.shape.index(at: place)
        let winners = try Pooling.winners(
          of: x, kernel: small.window.kernel, options: options, at: index)
        for winner in winners {
          let pixel: CellIndex = [index[0], index[1], winner.row, winner.column]
          try expected.set(pixel, to: expected.cell(pixel) + u.cell(index) * winner.share)
        }
        if rule.0 == .max {
          #expect(
            winners.allSatisfy {
              x.cell([index[0], index[1], $0.row, $0.column]) == y.cell(index)
            })
        }
      }
      #expect(disagreement(dx, expected) <= 1e-15)
      if rule.0 == .avg {
        #expect(abs(dot(u, y) - dot(dx, x)) <= 1e-12)
      }
    }
  }

  @Test("central differences with h = 1 are those of a mean")
  func differences() throws {
    let x = try sixteenths([2, 5, 6])
    let options = PoolOptions(
      kind: .avg, stride: Extent(2), padding: .all(1), roundsUp: true)
    let u = try sixteenths(
      PoolGeometry(input: x.shape, kernel: Extent(4), options: options).result.lengths, seed: 2)
    let dx = try Pooling.inputGradient(
      upstream: u, input: x, kernel: Extent(4), options: options)
    for place in 0..<x.shape.count {
      let index = x.shape.index(at: place)
      var (more, less) = (x, x)
      try more.set(index, to: x.cell(index) + 1)
      try less.set(index, to: x.cell(index) - 1)
      let slope =
        try
        (dot(u, Pooling.forward(more, kernel: Extent(4), options: options))
        - dot(u, Pooling.forward(less, kernel: Extent(4), options: options))) / 2
      #expect(abs(dx.cell(index) - slope) <= 1e-12)
    }
  }

  @Test("strided views are read where they lie", arguments: PoolKind.allCases)
  func views(_ kind: PoolKind) throws {
    let x = try sixteenths([5, 4, 3, 2]).permuted([3, 2, 1, 0]).flipped([3])
    let u = try sixteenths([3, 3, 3, 2]).permuted([3, 2, 1, 0])
    let options = PoolOptions(kind: kind, padding: .all(1))
    #expect(
      try Pooling.inputGradient(upstream: u, input: x, kernel: Extent(2), options: options).array
        == Pooling.inputGradient(
          upstream: u.contiguous(), input: x.contiguous(), kernel: Extent(2), options: options
        ).array)
  }

  @Test("a slice's gradient has the slice's shape")
  func slices() throws {
    let x = try sixteenths([1, 1, 6, 4]).sliced([.at(0), .at(0), .range(2, 6, step: 1)])
    let u = try sixteenths([2, 2], seed: 2)
    let dx = try Pooling.inputGradient(upstream: u, input: x, kernel: Extent(2))
    #expect(dx.shape.description == "4x4")
    #expect(dx.array.reduce(0, +) == u.array.reduce(0, +))
  }

  @Test("an index that the result does not have is an error")
  func index() throws {
    let x = try sixteenths([4, 4])
    #expect(throws: ConvolutionError.tensor(.index(2, axis: 1, length: 2))) {
      try Pooling.winners(of: x, kernel: Extent(2), at: [0, 2])
    }
    #expect(throws: ConvolutionError.tensor(.numberPerDimension(count: 1, try Shape([2, 2])))) {
      try Pooling.winners(of: x, kernel: Extent(2), at: [0])
    }
  }
}

extension Tensor {
  /// Whole numbers near the cells.
  fileprivate func rounded() throws -> Tensor {
    try Tensor(array.map { $0.rounded() }, shape)
  }
}
