import Testing

@testable import Kernels

@Suite struct ParameterStepTests {
  /// Around a block's and a piece's end.
  static let counts = [0, 1, 1023, 1025, 16_385, 50_000]

  private static func cells<S: Scalar>(_ count: Int, _ seed: Int, _: S.Type) -> [S] {
    (0..<count).map { S(Double(($0 * 7919 + seed * 104_729) % 1013) / 101 - 5) }
  }

  private static func view<S: Scalar>(_ cells: [S]) -> Cells {
    ElementwiseTests.vector(Storage(cells), count: cells.count)
  }

  private static func values<S: Scalar>(_ view: Cells, _: S.Type) -> [S] {
    view.storage.withSpan(of: S.self) { cells in cells.indices.map { cells[$0] } }
  }

  @Test("a step down the gradient is rounded as its operations are", arguments: counts)
  func descent(_ count: Int) throws {
    let x = Self.cells(count, 1, Float.self)
    let g = Self.cells(count, 2, Float.self)
    let v = Self.cells(count, 3, Float.self)
    let (moved, way) = (Self.view(x), Self.view(v))
    try ParameterStep.descend(
      Self.view(x), gradient: Self.view(g), direction: nil, momentum: 0, rate: 0.1, into: moved,
      nextDirection: nil)
    #expect(Self.values(moved, Float.self) == zip(x, g).map { $0 - $1 * 0.1 })
    // Results may take the operands' place.
    try ParameterStep.descend(
      moved, gradient: Self.view(g), direction: way, momentum: 0.9, rate: 0.1, into: moved,
      nextDirection: way)
    let ways = zip(v, g).map { $0 * 0.9 + $1 }
    #expect(Self.values(way, Float.self) == ways)
    #expect(
      Self.values(moved, Float.self)
        == zip(zip(x, g), ways).map { ($0.0 - $0.1 * 0.1) - $1 * 0.1 })
  }

  @Test("two steps of Adam are rounded as their operations are", arguments: counts)
  func adam(_ count: Int) throws {
    var x = Self.cells(count, 1, Double.self)
    var (mean, square) = (
      [Double](repeating: 0, count: count), [Double](repeating: 0, count: count)
    )
    let state = ParameterStep.AdamState(
      parameter: Self.view(x), mean: Self.view([Double](repeating: .nan, count: count)),
      square: Self.view([Double](repeating: .nan, count: count)))
    for step in 1...2 {
      let g = Self.cells(count, 4 + step, Double.self)
      let factors = ParameterStep.AdamFactors(
        meanDecay: 0.9, squareDecay: 0.999, meanScale: 0.01 / Double(step), squareScale: 3,
        epsilon: 1e-8)
      try ParameterStep.adam(
        state, gradient: Self.view(g), isFirst: step == 1, factors, into: state)
      for i in 0..<count {
        mean[i] = step == 1 ? g[i] * (1 - 0.9) : mean[i] * 0.9 + g[i] * (1 - 0.9)
        let part = g[i] * g[i] * (1 - 0.999)
        square[i] = step == 1 ? part : square[i] * 0.999 + part
        x[i] -= mean[i] * factors.meanScale / ((square[i] * 3).squareRoot() + 1e-8)
      }
    }
    #expect(Self.values(state.mean, Double.self) == mean)
    #expect(Self.values(state.square, Double.self) == square)
    #expect(Self.values(state.parameter, Double.self) == x)
  }

  @Test("the flag stops a step")
  func interrupts() {
    let x = Self.view(Self.cells(50_000, 1, Float.self))
    #expect(throws: Interrupted()) {
      try Interrupt.$rehearsal.withValue(InterruptRehearsal(afterLooks: 1)) {
        try ParameterStep.descend(
          x, gradient: x, direction: nil, momentum: 0, rate: 1, into: x, nextDirection: nil)
      }
    }
  }
}
