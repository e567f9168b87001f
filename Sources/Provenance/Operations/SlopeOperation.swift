public import Kernels
public import Tensors

/// What derivatives are made of: the upstream gradient times a function's slope, or a slope alone.
public struct SlopeOperation: Operation {
  /// The function of two cells.
  public let function: SlopeFunction

  /// Makes the operation of a function.
  public init(_ function: SlopeFunction) { self.function = function }

  /// The function's verb with an apostrophe.
  public var verb: String {
    switch function {
    case .relu: "relu'"
    case .abs: "abs'"
    case .tanh: "tanh'"
    case .sigmoid: "sigmoid'"
    case .sqrt: "sqrt'"
    case .powerInBase, .powerInExponent: "^'"
    }
  }

  /// What the slope is taken in, where the function has two operands.
  public var options: String {
    switch function {
    case .powerInBase: "in the base"
    case .powerInExponent: "in the exponent"
    case .relu, .abs, .tanh, .sigmoid, .sqrt: ""
    }
  }

  /// `x`, or `y` where the slope is told from the function's value; and `u`, the upstream.
  public func role(of operand: Int) -> String {
    switch function {
    case .relu, .abs: operand == 0 ? "x" : "u"
    case .tanh, .sigmoid, .sqrt: operand == 0 ? "y" : "u"
    case .powerInBase: operand == 0 ? "a" : "b"
    case .powerInExponent: operand == 0 ? "a" : "y"
    }
  }

  /// A tensor of the broadcast shape.
  public func value(of operands: Operands) throws -> Value {
    .tensor(try .combine(function, operands.tensor(0), operands.tensor(1)))
  }

  /// The function of the operands, broadcast.
  public func computation(of operands: Operands, into result: Tensor) throws -> Computation? {
    guard let (a, b) = try operands.broadcastPair(to: result) else { return nil }
    return result.repeated(function, of: a, b)
  }

  /// The second derivative; that of a kink is 0 everywhere.
  ///
  /// - Throws: `.notDifferentiable` for the slopes of a power in the exponent.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    let (first, second) = (step.operands[0], step.operands[1])
    let gradient: Node
    switch (function, operand) {
    case (.relu, 0), (.abs, 0): return try first.zeros()
    case (.relu, _), (.abs, _), (.tanh, 1), (.sigmoid, 1), (.sqrt, 1):
      gradient = try upstream.times(function, at: first)
    case (.tanh, _):
      let slope = try first.applying(.multiply, first.number(-2))
      gradient = try upstream.applying(.multiply, second.applying(.multiply, slope))
    case (.sigmoid, _):
      let double = try first.applying(.multiply, first.number(2))
      let slope = try first.number(1).applying(.subtract, double)
      gradient = try upstream.applying(.multiply, second.applying(.multiply, slope))
    case (.sqrt, _):
      let slope = try step.result.applying(.divide, first).applying(.negate)
      gradient = try upstream.applying(.multiply, slope)
    case (.powerInBase, 0):
      let less = try second.applying(.subtract, second.number(1))
      let slope = try Node(SlopeOperation(.powerInBase), Operands(first, less))
      gradient = try upstream.applying(.multiply, second.applying(.multiply, slope))
    case (.powerInBase, _), (.powerInExponent, _):
      throw ProvenanceError.notDifferentiable(verb: verb)
    }
    return try gradient.summed(to: step.shape(of: operand))
  }

  /// The upstream cell times the slope, written out.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let places = (0..<2).map { cell.broadcast(to: step.shape(of: $0)) }
    let (x, u) = (step.factor(places[0], of: 0), step.factor(places[1], of: 1))
    let result = step.cell(cell)
    func slope(_ name: String, _ value: Double, _ cells: Int = 1) -> CellFactor {
      CellFactor(.function(name, (0..<cells).map { CellReference($0, places[$0]) }), value)
    }
    switch function {
    case .relu:
      return CellTerms([CellTerm([u, slope("step(_)", x.value <= 0 ? 0 : 1)])], result: result)
    case .abs:
      let sign: Double = x.value == 0 ? 0 : x.value < 0 ? -1 : 1
      return CellTerms([CellTerm([u, slope("sign(_)", sign)])], result: result)
    case .tanh:
      return CellTerms([CellTerm([u]), CellTerm([u, x, x], isNegative: true)], result: result)
    case .sigmoid:
      return CellTerms([CellTerm([u, x]), CellTerm([u, x, x], isNegative: true)], result: result)
    case .sqrt:
      let two = CellFactor(.constant("2"), 2)
      return CellTerms([CellTerm([u])], divisor: [CellTerm([two, x])], result: result)
    case .powerInBase:
      let power = u.value == 0 ? 0 : result / u.value
      return CellTerms([CellTerm([u, slope("_^(_ - 1)", power, 2)])], result: result)
    case .powerInExponent:
      let logarithm = u.value == 0 || x.value == 0 ? 0 : result / u.value
      return CellTerms([CellTerm([u, slope("ln(_)", logarithm)])], result: result)
    }
  }

  /// Every cell that the operand's cell was repeated to.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    cell.repeats(from: step.shape(of: operand), in: step.shape).map { CellReader($0) }
  }

  /// In the upstream; the slope of a power in the exponent is in the power.
  public func isLinear(in operands: Set<Int>) -> Bool {
    switch function {
    case .relu, .abs, .tanh, .sigmoid, .sqrt, .powerInExponent: operands == [1]
    case .powerInBase: false
    }
  }
}
