/// What derivatives are made of, as functions of two cells: one is computed in one walk where the
/// plain formula would take three.
public enum SlopeFunction: Sendable, Hashable, CaseIterable {
  /// (x, u): u where x is above 0, else 0; a NaN lets u through.
  case relu
  /// (x, u): u times the sign of x, which is 0 at 0.
  case abs
  /// (y, u): u · (1 − y²), where y is the hyperbolic tangent.
  case tanh
  /// (y, u): u · y · (1 − y), where y is the logistic function.
  case sigmoid
  /// (y, u): u / 2y, where y is the square root.
  case sqrt
  /// (a, b): b · aᵇ⁻¹, the derivative of aᵇ in a; 0 where b is 0, whatever a is.
  case powerInBase
  /// (a, y): y · ln a where y is aᵇ, the derivative in b; 0 where a is 0 and y finite.
  case powerInExponent
}

extension Elementwise {
  /// The function of each pair of cells; all three views have one shape and one element type.
  ///
  /// - Throws: `Interrupted` when the user asked to stop; the result is then half written.
  public static func apply(
    _ function: SlopeFunction, _ left: Cells, _ right: Cells, into result: Cells
  ) throws(Interrupted) {
    try apply(function, along: CellWalk(left, right, into: result))
  }

  /// Sets each cell of a walk's result to `function` of the two operands'.
  public static func apply(
    _ function: SlopeFunction, along walk: CellWalk
  ) throws(Interrupted) {
    switch walk.result.elementType {
    case .f32: try apply(function, Float.self, walk)
    case .f64: try apply(function, Double.self, walk)
    }
  }

  private static func apply<S: Transcendental>(
    _ function: SlopeFunction, _: S.Type, _ walk: CellWalk
  ) throws(Interrupted) {
    switch function {
    case .relu: try loop(walk, RectifierSlope<S>())
    case .abs: try loop(walk, MagnitudeSlope<S>())
    case .tanh: try loop(walk, HyperbolicTangentSlope<S>())
    case .sigmoid: try loop(walk, LogisticSlope<S>())
    case .sqrt: try loop(walk, SquareRootSlope<S>())
    case .powerInBase: try loop(walk, PowerSlopeInBase<S>())
    case .powerInExponent: try loop(walk, PowerSlopeInExponent<S>())
    }
  }
}
