/// A function of two cells, as a type: see `CellMap`.
protocol CellPairMap: Sendable {
  associatedtype Cell: Scalar
  func callAsFunction(_ a: Cell, _ b: Cell) -> Cell
}

struct Sum<S: Scalar>: CellPairMap {
  @inline(__always) func callAsFunction(_ a: S, _ b: S) -> S { a + b }
}

struct Difference<S: Scalar>: CellPairMap {
  @inline(__always) func callAsFunction(_ a: S, _ b: S) -> S { a - b }
}

struct Product<S: Scalar>: CellPairMap {
  @inline(__always) func callAsFunction(_ a: S, _ b: S) -> S { a * b }
}

struct Quotient<S: Scalar>: CellPairMap {
  @inline(__always) func callAsFunction(_ a: S, _ b: S) -> S { a / b }
}

/// A square is exact to the last bit, and common.
struct Power<S: Transcendental>: CellPairMap {
  @inline(__always) func callAsFunction(_ a: S, _ b: S) -> S { b == 2 ? a * a : S.raise(a, b) }
}

/// A NaN on either side stays one.
struct Larger<S: Scalar>: CellPairMap {
  @inline(__always) func callAsFunction(_ a: S, _ b: S) -> S { a != a || a > b ? a : b }
}
