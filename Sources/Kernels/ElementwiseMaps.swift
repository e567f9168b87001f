/// A function of one cell, as a type: a loop over it is compiled for it alone, and so in vectors.
///
/// A closure would be called cell by cell once it is shared with other threads.
protocol CellMap: Sendable {
  associatedtype Operand: Scalar
  associatedtype Result: Scalar
  func callAsFunction(_ x: Operand) -> Result
}

/// The number in another type, or in the same.
struct Rounding<Operand: Scalar, Result: Scalar>: CellMap {
  @inline(__always) func callAsFunction(_ x: Operand) -> Result { Result(x) }
}

/// One number, whatever the cell.
struct Constant<S: Scalar>: CellMap {
  let value: S
  @inline(__always) func callAsFunction(_: S) -> S { value }
}

struct Negation<S: Scalar>: CellMap {
  @inline(__always) func callAsFunction(_ x: S) -> S { -x }
}

/// Written so that a NaN stays one.
struct Rectifier<S: Scalar>: CellMap {
  @inline(__always) func callAsFunction(_ x: S) -> S { x < 0 ? 0 : x }
}

struct HyperbolicTangent<S: Transcendental>: CellMap {
  @inline(__always) func callAsFunction(_ x: S) -> S { S.hyperbolicTangent(x) }
}

/// 1 / (1 + e⁻ˣ); the exponential of a large number would overflow, so that of -|x| is taken.
struct Logistic<S: Transcendental>: CellMap {
  @inline(__always)
  func callAsFunction(_ x: S) -> S {
    let small = S.exponential(-x.magnitude)
    return (x < 0 ? small : 1) / (1 + small)
  }
}

struct Exponential<S: Transcendental>: CellMap {
  @inline(__always) func callAsFunction(_ x: S) -> S { S.exponential(x) }
}

struct Logarithm<S: Transcendental>: CellMap {
  @inline(__always) func callAsFunction(_ x: S) -> S { S.logarithm(x) }
}

struct Magnitude<S: Scalar>: CellMap {
  @inline(__always) func callAsFunction(_ x: S) -> S { x.magnitude }
}

struct SquareRoot<S: Scalar>: CellMap {
  @inline(__always) func callAsFunction(_ x: S) -> S { x.squareRoot() }
}
