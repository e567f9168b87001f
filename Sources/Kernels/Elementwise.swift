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
    case (.f32, .f32): try loop(source, result, Rounding<Float, Float>())
    case (.f64, .f64): try loop(source, result, Rounding<Double, Double>())
    case (.f32, .f64): try loop(source, result, Rounding<Float, Double>())
    case (.f64, .f32): try loop(source, result, Rounding<Double, Float>())
    }
  }

  /// Sets every cell of `result` to `value`.
  public static func fill(_ result: Cells, with value: Double) throws(Interrupted) {
    switch result.storage.elementType {
    case .f32: try loop(result, result, Constant(value: Float(value)))
    case .f64: try loop(result, result, Constant(value: value))
    }
  }

  private static func apply<S: Transcendental>(
    _ function: UnaryFunction, _: S.Type, _ x: Cells, _ y: Cells
  ) throws(Interrupted) {
    switch function {
    case .negate: try loop(x, y, Negation<S>())
    case .relu: try loop(x, y, Rectifier<S>())
    case .tanh: try loop(x, y, HyperbolicTangent<S>())
    case .sigmoid: try loop(x, y, Logistic<S>())
    case .exp: try loop(x, y, Exponential<S>())
    case .log: try loop(x, y, Logarithm<S>())
    case .abs: try loop(x, y, Magnitude<S>())
    case .sqrt: try loop(x, y, SquareRoot<S>())
    }
  }

  private static func apply<S: Transcendental>(
    _ function: BinaryFunction, _: S.Type, _ x: Cells, _ y: Cells, _ z: Cells
  ) throws(Interrupted) {
    switch function {
    case .add: try loop(x, y, z, Sum<S>())
    case .subtract: try loop(x, y, z, Difference<S>())
    case .multiply: try loop(x, y, z, Product<S>())
    case .divide: try loop(x, y, z, Quotient<S>())
    case .power: try loop(x, y, z, Power<S>())
    case .maximum: try loop(x, y, z, Larger<S>())
    }
  }

  private static func loop<Function: CellMap>(
    _ operand: Cells, _ result: Cells, _ function: Function
  ) throws(Interrupted) {
    result.storage.willWrite()
    let nest = LoopNest(result, operand, operand)
    try nest.forEachPiece { range in
      let step = nest.rowStrides
      nest.forEachRun(in: range) { at, count in
        let x = operand.storage.pointer(Function.Operand.self) + at.first
        let y = result.storage.pointer(Function.Result.self) + at.result
        if step.result == 1, step.first == 1 {
          for i in 0..<count { y[i] = function(x[i]) }
        } else {
          for i in 0..<count { y[i &* step.result] = function(x[i &* step.first]) }
        }
      }
    }
  }

  private static func loop<Function: CellVectorMap>(
    _ operand: Cells, _ result: Cells, _ function: Function
  ) throws(Interrupted) {
    result.storage.willWrite()
    let nest = LoopNest(result, operand, operand)
    try nest.forEachPiece { range in
      nest.forEachRun(in: range) { at, count in
        function.apply(
          operand.storage.pointer(Function.Cell.self) + at.first, step: nest.rowStrides.first,
          to: result.storage.pointer(Function.Cell.self) + at.result,
          step: nest.rowStrides.result, count: count)
      }
    }
  }

  static func loop<Function: CellPairMap>(
    _ left: Cells, _ right: Cells, _ result: Cells, _ function: Function
  ) throws(Interrupted) {
    result.storage.willWrite()
    let nest = LoopNest(result, left, right)
    try nest.forEachPiece { range in
      let step = nest.rowStrides
      nest.forEachRun(in: range) { at, count in
        let a = left.storage.pointer(Function.Cell.self) + at.first
        let b = right.storage.pointer(Function.Cell.self) + at.second
        let c = result.storage.pointer(Function.Cell.self) + at.result
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
