public import Kernels
public import Tensors

/// A function of two operands' cells, broadcast to one shape: `a + b`.
public struct BinaryOperation: Operation {
  /// The function.
  public let function: BinaryFunction

  /// Makes the operation of a function.
  public init(_ function: BinaryFunction) { self.function = function }

  /// Arithmetic on literals makes a literal.
  public var literals: LiteralRule { .stayLiteral }

  /// The operator.
  public var verb: String {
    switch function {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .power: "^"
    case .maximum: "maximum"
    }
  }
  /// A sign between the operands, but for `maximum`.
  public var notation: OperationNotation { function == .maximum ? .application : .sign }

  /// `a` and `b`.
  public func role(of operand: Int) -> String { operand == 0 ? "a" : "b" }

  /// A tensor of the broadcast shape.
  public func value(of operands: Operands) throws -> Value {
    .tensor(try .combine(function, operands.tensor(0), operands.tensor(1)))
  }

  /// The function of the operands, broadcast.
  public func computation(of operands: Operands, into result: Tensor) throws -> Computation? {
    guard let (a, b) = try operands.broadcastPair(to: result) else { return nil }
    return result.repeated(function, of: a, b)
  }

  /// d(a·b)/da = b, d(a/b)/db = −(a/b)/b, d(aᵇ)/da = b·aᵇ⁻¹, d(aᵇ)/db = aᵇ·ln a, summed over what
  /// broadcasting repeated. Of equal cells `maximum` gives the gradient to the second.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    let (a, b) = (step.operands[0], step.operands[1])
    func slope(_ function: SlopeFunction, _ second: Node) throws -> Node {
      try upstream.applying(.multiply, Node(SlopeOperation(function), Operands(a, second)))
    }
    let gradient: Node
    switch (function, operand) {
    case (.add, _), (.subtract, 0): gradient = upstream
    case (.subtract, _): gradient = try upstream.applying(.negate)
    case (.multiply, 0): gradient = try upstream.applying(.multiply, b)
    case (.multiply, _): gradient = try upstream.applying(.multiply, a)
    case (.divide, 0): gradient = try upstream.applying(.divide, b)
    case (.divide, _):
      let slope = try step.result.applying(.divide, b).applying(.negate)
      gradient = try upstream.applying(.multiply, slope)
    case (.power, 0): gradient = try slope(.powerInBase, b)
    case (.power, _): gradient = try slope(.powerInExponent, step.result)
    case (.maximum, _):
      let first = try upstream.times(.relu, at: a.applying(.subtract, b))
      gradient = operand == 0 ? first : try upstream.applying(.subtract, first)
    }
    return try gradient.summed(to: step.shape(of: operand))
  }

  /// The two cells that meet, with the operator between them.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let factors = (0..<2).map { step.factor(cell.broadcast(to: step.shape(of: $0)), of: $0) }
    let result = step.cell(cell)
    return switch function {
    case .add: CellTerms(factors.map { CellTerm([$0]) }, result: result)
    case .subtract:
      CellTerms(
        [CellTerm([factors[0]]), CellTerm([factors[1]], isNegative: true)], result: result)
    case .multiply: CellTerms([CellTerm(factors)], result: result)
    case .divide:
      CellTerms([CellTerm([factors[0]])], divisor: [CellTerm([factors[1]])], result: result)
    case .maximum: CellTerms(factors.map { CellTerm([$0]) }, combinedBy: .maximum, result: result)
    case .power: CellTerms(factors.map { CellTerm([$0]) }, combinedBy: .power, result: result)
    }
  }

  /// Every cell that the operand's cell was repeated to.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    cell.repeats(from: step.shape(of: operand), in: step.shape).map { index in
      guard function == .multiply else { return CellReader(index) }
      let other = index.broadcast(to: step.shape(of: 1 - operand))
      return CellReader(index, weight: step.factor(other, of: 1 - operand))
    }
  }

  /// Sums are in both operands, products in each, a quotient in its dividend.
  public func isLinear(in operands: Set<Int>) -> Bool {
    switch function {
    case .add, .subtract: true
    case .multiply: operands.count == 1
    case .divide: operands == [0]
    case .power, .maximum: false
    }
  }
}
