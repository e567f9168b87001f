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

struct Magnitude<S: Scalar>: CellMap {
  @inline(__always) func callAsFunction(_ x: S) -> S { x.magnitude }
}

struct SquareRoot<S: Transcendental>: CellMap {
  @inline(__always) func callAsFunction(_ x: S) -> S { S.squareRoot(x) }
}
