public import Tensors

/// One way to make a value of others: what stands behind a verb or an operator.
///
/// An operation holds its options and nothing else, so that one call site shares it among all the
/// values it makes. Its value, its gradient, the terms that make one of its cells and the cells that
/// read one of its operands' cells stand side by side, in one file.
public protocol Operation: Sendable {
  /// The verb or the operator, as the language spells it.
  var verb: String { get }
  /// The options that were given, as the language spells them.
  var options: String { get }
  /// What each operand is called in explanations, for example `x` and `k`.
  func role(of operand: Int) -> String

  /// The value for these operands.
  ///
  /// - Throws: the error of the room that refuses them, naming operand roles.
  func value(of operands: [Value]) throws -> Value

  /// The gradient that reaches an operand, as a value that remembers how it was made.
  ///
  /// - Parameters:
  ///   - operand: which operand, counted from 0.
  ///   - step: the operands and the value they made.
  ///   - upstream: the gradient of the value, of its shape.
  /// - Returns: a value of the operand's shape.
  /// - Throws: `ProvenanceError.notDifferentiable`, or what computing it throws.
  func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node

  /// What makes one cell of the value.
  ///
  /// - Parameter cell: an index that the value's shape contains.
  func terms(of cell: CellIndex, in step: Step) throws -> CellTerms

  /// The cells of the value that read a cell of an operand, and where else the reading shows.
  ///
  /// - Parameters:
  ///   - cell: an index that the operand's shape contains.
  ///   - operand: which operand, counted from 0.
  func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader]

  /// Whether the value is linear in an operand while the others stay: a central difference of any
  /// width is then exact but for rounding.
  func isLinear(in operand: Int) -> Bool
}

extension Operation {
  /// No options.
  public var options: String { "" }

  /// `x` for the first operand, then `y`, `z` and so on.
  public func role(of operand: Int) -> String {
    operand < 3 ? ["x", "y", "z"][operand] : "x\(operand)"
  }
}

/// Operands, and the value an operation made of them.
public struct Step {
  /// The operands, in the operation's order.
  public let operands: [Node]
  /// What was made.
  public let result: Node

  /// Makes a step.
  public init(_ operands: [Node], _ result: Node) {
    self.operands = operands
    self.result = result
  }

  /// A cell of an operand.
  public func cell(_ index: CellIndex, of operand: Int) -> Double {
    operands[operand].value.source.cell(index)
  }

  /// An operand's shape.
  public func shape(of operand: Int) -> Shape { operands[operand].value.shape }
}
