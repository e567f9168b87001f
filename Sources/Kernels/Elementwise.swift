/// A function of one cell.
public enum UnaryFunction: Sendable, Hashable, CaseIterable {
  case negate, relu, tanh, sigmoid, exp, log, abs, sqrt
}

/// A function of two cells.
public enum BinaryFunction: Sendable, Hashable, CaseIterable {
  case add, subtract, multiply, divide, power, maximum
}

/// Loops over the cells of one or two views and a result of the same shape and element type.
public enum Elementwise {
  /// Sets each cell of `result` to `function` of the cell of `operand` at the same index.
  public static func apply(
    _ function: UnaryFunction, to operand: Cells, into result: Cells
  ) throws(Interrupted) {
    switch result.storage.elementType {
    case .f32: try apply(function, Float.self, operand, result)
    case .f64: try apply(function, Double.self, operand, result)
    }
  }

  /// Sets each cell of `result` to `function` of the cells of the two operands at the same index.
  public static func apply(
    _ function: BinaryFunction, _ left: Cells, _ right: Cells, into result: Cells
  ) throws(Interrupted) {
    switch result.storage.elementType {
    case .f32: try apply(function, Float.self, left, right, result)
    case .f64: try apply(function, Double.self, left, right, result)
    }
  }

  /// Copies the cells of `source`, rounded to the element type of `result`.
  public static func copy(_ source: Cells, into result: Cells) throws(Interrupted) {
    switch (source.storage.elementType, result.storage.elementType) {
    case (.f32, .f32): try loop(source, result) { (x: Float) -> Float in x }
    case (.f64, .f64): try loop(source, result) { (x: Double) -> Double in x }
    case (.f32, .f64): try loop(source, result) { (x: Float) -> Double in Double(x) }
    case (.f64, .f32): try loop(source, result) { (x: Double) -> Float in Float(x) }
    }
  }

  /// Sets every cell of `result` to `value`.
  public static func fill(_ result: Cells, with value: Double) throws(Interrupted) {
    switch result.storage.elementType {
    case .f32: try loop(result, result) { (_: Float) -> Float in Float(value) }
    case .f64: try loop(result, result) { (_: Double) -> Double in value }
    }
  }

  private static func apply<S: Transcendental>(
    _ function: UnaryFunction, _: S.Type, _ x: Cells, _ y: Cells
  ) throws(Interrupted) {
    switch function {
    case .negate: try loop(x, y) { (x: S) -> S in -x }
    // Written so that a NaN stays one.
    case .relu: try loop(x, y) { (x: S) -> S in x < 0 ? 0 : x }
    case .tanh: try loop(x, y) { (x: S) -> S in S.hyperbolicTangent(x) }
    case .sigmoid: try loop(x, y) { (x: S) -> S in logistic(x) }
    case .exp: try loop(x, y) { (x: S) -> S in S.exponential(x) }
    case .log: try loop(x, y) { (x: S) -> S in S.logarithm(x) }
    case .abs: try loop(x, y) { (x: S) -> S in x.magnitude }
    case .sqrt: try loop(x, y) { (x: S) -> S in x.squareRoot() }
    }
  }

  /// 1 / (1 + e⁻ˣ); the exponential of a positive number would overflow, so that of -|x| is taken.
  @inline(__always)
  private static func logistic<S: Transcendental>(_ x: S) -> S {
    let small = S.exponential(-x.magnitude)
    return (x < 0 ? small : 1) / (1 + small)
  }

  private static func apply<S: Transcendental>(
    _ function: BinaryFunction, _: S.Type, _ x: Cells, _ y: Cells, _ z: Cells
  ) throws(Interrupted) {
    switch function {
    case .add: try loop(x, y, z) { (a: S, b: S) -> S in a + b }
    case .subtract: try loop(x, y, z) { (a: S, b: S) -> S in a - b }
    case .multiply: try loop(x, y, z) { (a: S, b: S) -> S in a * b }
    case .divide: try loop(x, y, z) { (a: S, b: S) -> S in a / b }
    case .power: try loop(x, y, z) { (a: S, b: S) -> S in b == 2 ? a * a : S.raise(a, b) }
    case .maximum: try loop(x, y, z) { (a: S, b: S) -> S in a != a || a > b ? a : b }
    }
  }

  @inline(__always)
  private static func loop<A: Scalar, R: Scalar>(
    _ operand: Cells, _ result: Cells, _ function: @escaping @Sendable (A) -> R
  ) throws(Interrupted) {
    let nest = LoopNest(result, operand, operand)
    try nest.forEachPiece { range in
      let step = nest.rowStrides
      nest.forEachRun(in: range) { at, count in
        let x = operand.storage.pointer(A.self) + at.first
        let y = result.storage.pointer(R.self) + at.result
        if step.result == 1, step.first == 1 {
          for i in 0..<count { y[i] = function(x[i]) }
        } else {
          for i in 0..<count { y[i &* step.result] = function(x[i &* step.first]) }
        }
      }
    }
  }

  @inline(__always)
  private static func loop<S: Scalar>(
    _ left: Cells, _ right: Cells, _ result: Cells, _ function: @escaping @Sendable (S, S) -> S
  ) throws(Interrupted) {
    let nest = LoopNest(result, left, right)
    try nest.forEachPiece { range in
      let step = nest.rowStrides
      nest.forEachRun(in: range) { at, count in
        let a = left.storage.pointer(S.self) + at.first
        let b = right.storage.pointer(S.self) + at.second
        let c = result.storage.pointer(S.self) + at.result
        switch step {
        case (1, 1, 1):
          for i in 0..<count { c[i] = function(a[i], b[i]) }
        case (1, 1, 0):
          let fixed = b.pointee
          for i in 0..<count { c[i] = function(a[i], fixed) }
        case (1, 0, 1):
          let fixed = a.pointee
          for i in 0..<count { c[i] = function(fixed, b[i]) }
        default:
          for i in 0..<count {
            c[i &* step.result] = function(a[i &* step.first], b[i &* step.second])
          }
        }
      }
    }
  }
}
