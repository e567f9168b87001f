struct RectifierSlope<S: Scalar>: CellPairMap {
  @inline(__always) func callAsFunction(_ x: S, _ u: S) -> S { x <= 0 ? 0 : u }
}

struct MagnitudeSlope<S: Scalar>: CellPairMap {
  @inline(__always) func callAsFunction(_ x: S, _ u: S) -> S { x == 0 ? 0 : x < 0 ? -u : u }
}

struct HyperbolicTangentSlope<S: Scalar>: CellPairMap {
  @inline(__always) func callAsFunction(_ y: S, _ u: S) -> S { u * (1 - y * y) }
}

struct LogisticSlope<S: Scalar>: CellPairMap {
  @inline(__always) func callAsFunction(_ y: S, _ u: S) -> S { u * (y * (1 - y)) }
}

struct SquareRootSlope<S: Scalar>: CellPairMap {
  @inline(__always) func callAsFunction(_ y: S, _ u: S) -> S { u / (2 * y) }
}

/// A square's slope is exact to the last bit, and common; a zeroth power's is 0 even at 0.
struct PowerSlopeInBase<S: Transcendental>: CellPairMap {
  @inline(__always) func callAsFunction(_ a: S, _ b: S) -> S {
    b == 0 ? 0 : b == 2 ? 2 * a : b * S.raise(a, b - 1)
  }
}

/// At 0 the logarithm is infinite, but the power stays 0 all around.
struct PowerSlopeInExponent<S: Transcendental>: CellPairMap {
  @inline(__always) func callAsFunction(_ a: S, _ y: S) -> S {
    a == 0 && y.isFinite ? 0 : y * S.logarithm(a)
  }
}
