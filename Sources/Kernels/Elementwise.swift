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
    try apply(function, along: CellWalk(operand, into: result))
  }

  /// Sets each cell of a walk's result to `function` of the operand's.
  public static func apply(
    _ function: UnaryFunction, along walk: CellWalk
  ) throws(Interrupted) {
    switch walk.result.elementType {
    case .f32: try apply(function, Float.self, walk)
    case .f64: try apply(function, Double.self, walk)
    }
  }

  /// Does so on the calling thread alone, for few cells.
  static func apply(_ function: UnaryFunction, here walk: CellWalk) throws(Interrupted) {
    var walk = walk
    walk.isShared = false
    try apply(function, along: walk)
  }

  /// Sets each cell of `result` to `function` of the cells of the two operands at the same index.
  public static func apply(
    _ function: BinaryFunction, _ left: Cells, _ right: Cells, into result: Cells
  ) throws(Interrupted) {
    try apply(function, along: CellWalk(left, right, into: result))
  }

  /// Sets each cell of a walk's result to `function` of the two operands'.
  public static func apply(
    _ function: BinaryFunction, along walk: CellWalk
  ) throws(Interrupted) {
    switch walk.result.elementType {
    case .f32: try apply(function, Float.self, walk)
    case .f64: try apply(function, Double.self, walk)
    }
  }

  /// Copies the cells of `source`, rounded to the element type of `result`.
  public static func copy(_ source: Cells, into result: Cells) throws(Interrupted) {
    let walk = CellWalk(source, into: result)
    switch (source.storage.elementType, result.storage.elementType) {
    case (.f32, .f32): try loop(walk, Rounding<Float, Float>())
    case (.f64, .f64): try loop(walk, Rounding<Double, Double>())
    case (.f32, .f64): try loop(walk, Rounding<Float, Double>())
    case (.f64, .f32): try loop(walk, Rounding<Double, Float>())
    }
  }

  /// Sets every cell of `result` to `value`.
  public static func fill(_ result: Cells, with value: Double) throws(Interrupted) {
    switch result.storage.elementType {
    case .f32: try loop(CellWalk(result, into: result), Constant(value: Float(value)))
    case .f64: try loop(CellWalk(result, into: result), Constant(value: value))
    }
  }

  private static func apply<S: Transcendental>(
    _ function: UnaryFunction, _: S.Type, _ walk: CellWalk
  ) throws(Interrupted) {
    switch function {
    case .negate: try loop(walk, Negation<S>())
    case .relu: try loop(walk, Rectifier<S>())
    case .tanh: try loop(walk, HyperbolicTangent<S>())
    case .sigmoid: try loop(walk, Logistic<S>())
    case .exp: try loop(walk, Exponential<S>())
    case .log: try loop(walk, Logarithm<S>())
    case .abs: try loop(walk, Magnitude<S>())
    case .sqrt: try loop(walk, SquareRoot<S>())
    }
  }

  private static func apply<S: Transcendental>(
    _ function: BinaryFunction, _: S.Type, _ walk: CellWalk
  ) throws(Interrupted) {
    switch function {
    case .add: try loop(walk, Sum<S>())
    case .subtract: try loop(walk, Difference<S>())
    case .multiply: try loop(walk, Product<S>())
    case .divide: try loop(walk, Quotient<S>())
    case .power: try loop(walk, Power<S>())
    case .maximum: try loop(walk, Larger<S>())
    }
  }

  private static func loop<Function: CellMap>(
    _ walk: CellWalk, _ function: Function
  ) throws(Interrupted) {
    walk.result.willWrite()
    let nest = walk.nest
    try nest.forEachPiece(shared: walk.isShared) { range in
      let step = nest.rowStrides
      nest.forEachRun(in: range) { at, count in
        let x = walk.first.pointer(Function.Operand.self) + at.first
        let y = walk.result.pointer(Function.Result.self) + at.result
        if step.result == 1, step.first == 1 {
          for i in 0..<count { y[i] = function(x[i]) }
        } else {
          for i in 0..<count { y[i &* step.result] = function(x[i &* step.first]) }
        }
      }
    }
  }

  private static func loop<Function: CellVectorMap>(
    _ walk: CellWalk, _ function: Function
  ) throws(Interrupted) {
    walk.result.willWrite()
    let nest = walk.nest
    try nest.forEachPiece(shared: walk.isShared) { range in
      nest.forEachRun(in: range) { at, count in
        function.apply(
          walk.first.pointer(Function.Cell.self) + at.first, step: nest.rowStrides.first,
          to: walk.result.pointer(Function.Cell.self) + at.result,
          step: nest.rowStrides.result, count: count)
      }
    }
  }

  static func loop<Function: CellPairMap>(
    _ walk: CellWalk, _ function: Function
  ) throws(Interrupted) {
    walk.result.willWrite()
    let nest = walk.nest
    try nest.forEachPiece(shared: walk.isShared) { range in
      let step = nest.rowStrides
      nest.forEachRun(in: range) { at, count in
        let a = walk.first.pointer(Function.Cell.self) + at.first
        let b = walk.second.pointer(Function.Cell.self) + at.second
        let c = walk.result.pointer(Function.Cell.self) + at.result
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
