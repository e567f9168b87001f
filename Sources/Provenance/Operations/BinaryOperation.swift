public import Kernels
public import Tensors

/// A function of two operands' cells, broadcast to one shape: `a + b`.
public struct BinaryOperation: Operation {
  /// The function.
  public let function: BinaryFunction

  /// Makes the operation of a function.
  public init(_ function: BinaryFunction) { self.function = function }

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

  /// `a` and `b`.
  public func role(of operand: Int) -> String { operand == 0 ? "a" : "b" }

  /// A tensor of the broadcast shape.
  public func value(of operands: [Value]) throws -> Value {
    .tensor(try .combine(function, operands[0].tensor(), operands[1].tensor()))
  }

  /// d(a·b)/da = b, d(a/b)/db = −(a/b)/b, d(aᵇ)/da = b·aᵇ⁻¹, d(aᵇ)/db = aᵇ·ln a, summed over what
  /// broadcasting repeated. Of equal cells `maximum` gives the gradient to the first.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    let (a, b) = (step.operands[0], step.operands[1])
    func apply(_ function: BinaryFunction, _ left: Node, _ right: Node) throws -> Node {
      try Node(BinaryOperation(function), [left, right])
    }
    func apply(_ function: UnaryFunction, _ operand: Node) throws -> Node {
      try Node(UnaryOperation(function), [operand])
    }
    let gradient: Node =
      switch (function, operand) {
      case (.add, _), (.subtract, 0): upstream
      case (.subtract, _): try apply(.negate, upstream)
      case (.multiply, 0): try apply(.multiply, upstream, b)
      case (.multiply, _): try apply(.multiply, upstream, a)
      case (.divide, 0): try apply(.divide, upstream, b)
      case (.divide, _):
        try apply(.negate, apply(.multiply, upstream, apply(.divide, step.result, b)))
      case (.power, 0):
        try apply(
          .multiply, upstream,
          apply(
            .multiply, b, apply(.power, a, apply(.subtract, b, Node(Tensor(1), isLiteral: true)))))
      case (.power, _):
        try apply(.multiply, upstream, apply(.multiply, step.result, apply(.log, a)))
      case (.maximum, _): throw ProvenanceError.notDifferentiable(verb: verb)
      }
    return try gradient.summed(to: step.shape(of: operand))
  }

  /// The two cells that meet, with the operator between them.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let factors = (0..<2).map { operand in
      let index = cell.broadcast(to: step.shape(of: operand))
      return CellFactor(.cell(operand: operand, index), step.cell(index, of: operand))
    }
    let result = step.result.value.source.cell(cell)
    return switch function {
    case .add: CellTerms(factors.map { CellTerm([$0]) }, result: result)
    case .subtract:
      CellTerms(
        [CellTerm([factors[0]]), CellTerm([factors[1]], isNegative: true)], result: result)
    case .multiply: CellTerms([CellTerm(factors)], result: result)
    case .divide:
      CellTerms([CellTerm([factors[0]])], divisor: [CellTerm([factors[1]])], result: result)
    case .maximum: CellTerms(factors.map { CellTerm([$0]) }, combinedBy: .maximum, result: result)
    case .power:
      CellTerms(factors.map { CellTerm([$0]) }, combinedBy: .function(verb), result: result)
    }
  }

  /// Every cell that the operand's cell was repeated to.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    cell.repeats(from: step.shape(of: operand), in: step.result.value.shape).map { index in
      guard function == .multiply else { return CellReader(index) }
      let other = index.broadcast(to: step.shape(of: 1 - operand))
      return CellReader(
        index,
        weight: CellFactor(.cell(operand: 1 - operand, other), step.cell(other, of: 1 - operand)))
    }
  }

  /// Sums are in both operands, products in each, a quotient in its dividend.
  public func isLinear(in operand: Int) -> Bool {
    switch function {
    case .add, .subtract, .multiply: true
    case .divide: operand == 0
    case .power, .maximum: false
    }
  }
}
