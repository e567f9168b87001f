public import Kernels
public import Tensors

/// A function of each cell: `relu x`, `-x`.
public struct UnaryOperation: Operation {
  /// The function.
  public let function: UnaryFunction

  /// Makes the operation of a function.
  public init(_ function: UnaryFunction) { self.function = function }

  /// Arithmetic on literals makes a literal.
  public var literals: LiteralRule { .stayLiteral }

  /// The function's verb, or the sign.
  public var verb: String {
    switch function {
    case .negate: "-"
    case .relu: "relu"
    case .tanh: "tanh"
    case .sigmoid: "sigmoid"
    case .exp: "exp"
    case .log: "log"
    case .abs: "abs"
    case .sqrt: "sqrt"
    }
  }
  /// The minus is a sign, the others are words.
  public var notation: OperationNotation { function == .negate ? .sign : .application }

  /// A tensor of the operand's shape.
  public func value(of operands: Operands) throws -> Value {
    .tensor(try operands.tensor(0).map(function))
  }

  /// The function of the operand.
  public func computation(of operands: Operands, into result: Tensor) throws -> Computation? {
    result.repeated(function, of: try operands.tensor(0))
  }

  /// The upstream times the slope. Where a function has a kink it is 0: that of `relu` and of `abs`
  /// at 0, as in PyTorch.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    let x = step.operands[0]
    return switch function {
    case .negate: try upstream.applying(.negate)
    case .relu: try upstream.times(.relu, at: x)
    case .abs: try upstream.times(.abs, at: x)
    case .tanh: try upstream.times(.tanh, at: step.result)
    case .sigmoid: try upstream.times(.sigmoid, at: step.result)
    case .sqrt: try upstream.times(.sqrt, at: step.result)
    case .exp: try upstream.applying(.multiply, step.result)
    case .log: try upstream.applying(.divide, x)
    }
  }

  /// The function of the one cell; `relu` is the larger of the cell and 0.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let result = step.cell(cell)
    let x = step.factor(cell, of: 0)
    switch function {
    case .negate: return CellTerms([CellTerm([x], isNegative: true)], result: result)
    case .relu:
      let zero = CellTerm([CellFactor(.constant("0"), 0)], isWinner: x.value <= 0)
      return CellTerms(
        [CellTerm([x], isWinner: !zero.isWinner), zero], combinedBy: .maximum, result: result)
    case .tanh, .sigmoid, .exp, .log, .abs, .sqrt:
      let source = CellFactor.Source.function("\(verb)(_)", [CellReference(0, cell)])
      return CellTerms([CellTerm([CellFactor(source, result)])], result: result)
    }
  }

  /// The cell at the same place.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    [CellReader(cell)]
  }

  /// A sign is.
  public func isLinear(in operands: Set<Int>) -> Bool { function == .negate }
}
