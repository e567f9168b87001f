/// Steps of parameters against their gradients, in one pass over memory.
///
/// All views have one shape and one element type, and no gaps; a result may be one of the operands'
/// blocks. Every operation is rounded to that type, as a chain of elementwise ones would be.
public enum ParameterStep {
  /// x − rate · v with v = momentum · direction + gradient, or the gradient where there is no
  /// direction.
  ///
  /// - Parameters:
  ///   - direction: the last v, if there is one.
  ///   - nextDirection: where v goes if there is a direction.
  public static func descend(
    _ parameter: Cells, gradient: Cells, direction: Cells?, momentum: Double, rate: Double,
    into result: Cells, nextDirection: Cells?
  ) throws(Interrupted) {
    switch result.storage.elementType {
    case .f32:
      try descend(
        Float.self, parameter, gradient, direction, Float(momentum), Float(rate), result,
        nextDirection)
    case .f64:
      try descend(
        Double.self, parameter, gradient, direction, momentum, rate, result, nextDirection)
    }
  }

  /// The numbers of a step of Adam.
  public struct AdamFactors: Sendable {
    /// How much of the running mean is kept, and of the running mean square.
    public let meanDecay, squareDecay: Double
    /// By what the mean is multiplied for the step: the rate over 1 − β₁ᵗ.
    public let meanScale: Double
    /// By what the mean square is multiplied: 1 over 1 − β₂ᵗ.
    public let squareScale: Double
    /// What keeps the divisor from 0.
    public let epsilon: Double

    /// Makes the numbers.
    public init(
      meanDecay: Double, squareDecay: Double, meanScale: Double, squareScale: Double,
      epsilon: Double
    ) {
      (self.meanDecay, self.squareDecay) = (meanDecay, squareDecay)
      (self.meanScale, self.squareScale, self.epsilon) = (meanScale, squareScale, epsilon)
    }
  }

  /// A parameter and the running means of its gradient and of the gradient's square.
  public struct AdamState: Sendable {
    /// The parameter.
    public let parameter: Cells
    /// The mean of the gradient and of its square.
    public let mean, square: Cells

    /// Makes the three.
    public init(parameter: Cells, mean: Cells, square: Cells) {
      (self.parameter, self.mean, self.square) = (parameter, mean, square)
    }
  }

  /// A step of Adam: m ← β₁·m + (1 − β₁)·g, s ← β₂·s + (1 − β₂)·g², and
  /// x ← x − meanScale·m / (√(squareScale·s) + ε).
  ///
  /// - Parameters:
  ///   - isFirst: whether there are no means yet; those of `state` are then not read.
  public static func adam(
    _ state: AdamState, gradient: Cells, isFirst: Bool, _ factors: AdamFactors,
    into next: AdamState
  ) throws(Interrupted) {
    switch next.parameter.storage.elementType {
    case .f32: try adam(Float.self, state, gradient, isFirst, factors, next)
    case .f64: try adam(Double.self, state, gradient, isFirst, factors, next)
    }
  }

  private static func descend<S: Scalar>(
    _: S.Type, _ parameter: Cells, _ gradient: Cells, _ direction: Cells?, _ momentum: S,
    _ rate: S, _ result: Cells, _ nextDirection: Cells?
  ) throws(Interrupted) {
    let (x, g) = (SharedCells<S>(parameter), SharedCells<S>(gradient))
    let y = SharedCells<S>(result)
    guard let direction, let nextDirection else {
      return try forEachBlock(of: result) { block in
        let (x, g, y) = (x.pointer, g.pointer, y.pointer)
        for i in block { y[i] = x[i] - g[i] * rate }
      }
    }
    let (last, v) = (SharedCells<S>(direction), SharedCells<S>(nextDirection))
    try forEachBlock(of: result, nextDirection) { block in
      let (x, g, y, last, v) = (x.pointer, g.pointer, y.pointer, last.pointer, v.pointer)
      for i in block { v[i] = last[i] * momentum + g[i] }
      for i in block { y[i] = x[i] - v[i] * rate }
    }
  }

  private static func adam<S: Transcendental>(
    _: S.Type, _ state: AdamState, _ gradient: Cells, _ isFirst: Bool, _ factors: AdamFactors,
    _ next: AdamState
  ) throws(Interrupted) {
    let (x, y) = (SharedCells<S>(state.parameter), SharedCells<S>(next.parameter))
    let (oldMean, mean) = (SharedCells<S>(state.mean), SharedCells<S>(next.mean))
    let (oldSquare, square) = (SharedCells<S>(state.square), SharedCells<S>(next.square))
    let g = SharedCells<S>(gradient)
    let (keptMean, keptSquare) = (S(factors.meanDecay), S(factors.squareDecay))
    let (newMean, newSquare) = (S(1 - factors.meanDecay), S(1 - factors.squareDecay))
    let (meanScale, squareScale) = (S(factors.meanScale), S(factors.squareScale))
    let epsilon = S(factors.epsilon)
    try forEachBlock(of: next.parameter, next.mean, next.square) { block in
      // Three loops over a block that stays in the nearest cache: one over so many pointers would not
      // become one in vectors.
      let (g, mean, square) = (g.pointer, mean.pointer, square.pointer)
      if isFirst {
        for i in block { mean[i] = g[i] * newMean }
        for i in block { square[i] = g[i] * g[i] * newSquare }
      } else {
        let (oldMean, oldSquare) = (oldMean.pointer, oldSquare.pointer)
        for i in block { mean[i] = oldMean[i] * keptMean + g[i] * newMean }
        for i in block { square[i] = oldSquare[i] * keptSquare + g[i] * g[i] * newSquare }
      }
      let (x, y) = (x.pointer, y.pointer)
      for i in block {
        y[i] = x[i] - mean[i] * meanScale / (S.squareRoot(square[i] * squareScale) + epsilon)
      }
    }
  }

  /// Calls `body` for blocks of the cells of views that are about to be written.
  @inline(__always)
  private static func forEachBlock(
    of result: Cells, _ others: Cells?..., body: @Sendable (Range<Int>) -> Void
  ) throws(Interrupted) {
    result.storage.willWrite()
    for other in others { other?.storage.willWrite() }
    var count = 1
    for axis in 0..<result.rank { count *= result.sizes[axis] }
    let cells = count
    let (length, pieceLength) = (1024, 1 << 14)
    let pieces = (cells + pieceLength - 1) / pieceLength
    @Sendable func run(_ piece: Int) throws(Interrupted) {
      try Interrupt.check()
      let end = min(cells, (piece + 1) * pieceLength)
      for start in stride(from: piece * pieceLength, to: end, by: length) {
        body(start..<min(end, start + length))
      }
    }
    if pieces > 1 { try Workers.run(pieces, run) } else { try run(0) }
  }
}

extension SharedCells where Element: Scalar {
  /// The cells of a view without gaps.
  init(_ view: Cells) { self.init(view.storage.pointer(Element.self) + view.offset) }
}
