public import Kernels
public import Tensors

/// One way to make a value of others: what stands behind a verb or an operator.
///
/// An operation holds its options and nothing else, so that one call site shares it among all the
/// values it makes. Its value, its gradient, the terms that make one of its cells and the cells that
/// read one of its operands' cells stand side by side, in one file.
public protocol Operation: Sendable {
  /// The verb or the operator, as the language spells it; a gradient's has an apostrophe: `conv'`.
  var verb: String { get }
  /// The options that were given, as the language spells them.
  var options: String { get }
  /// Where the verb stands when the operation is written down.
  var notation: OperationNotation { get }
  /// What becomes of operands that were written down, as `0.1`, and met no other type.
  var literals: LiteralRule { get }
  /// The same operation as it can be computed in f64: without an algorithm that only f32 has.
  var inDouble: any Operation { get }
  /// What each operand is called in explanations, for example `x` and `k`.
  func role(of operand: Int) -> String

  /// The value for these operands.
  ///
  /// - Throws: the error of the room that refuses them, naming operand roles.
  func value(of operands: Operands) throws -> Value

  /// The work of computing the value into a block of cells as often as it is asked for: what needs
  /// looking at shapes and options is done now.
  ///
  /// - Parameters:
  ///   - operands: leaves whose cells are there when the work is done, and may be other ones each time.
  ///   - result: of the value's shape and type, in row-major order.
  /// - Returns: nil where nothing is gained over `value(of:)`.
  func computation(of operands: Operands, into result: Tensor) throws -> Computation?

  /// The work of computing a function of the value's cells, where that is one with computing the value.
  ///
  /// - Parameters: as those of `computation(of:into:)`.
  /// - Returns: nil where the function takes another walk through the cells.
  func computation(
    of operands: Operands, into result: Tensor, followedBy function: UnaryFunction
  ) throws -> Computation?

  /// The gradient that reaches an operand, as a value that remembers how it was made: the operations in
  /// it, and the numbers written down, follow from shapes and options alone.
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

  /// The cells of the value that read a cell of an operand, each once, and where else the reading
  /// shows: those in whose terms the cell is named.
  ///
  /// - Parameters:
  ///   - cell: an index that the operand's shape contains.
  ///   - operand: which operand, counted from 0.
  func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader]

  /// Whether the value is linear in these operands together while the others stay, but for a
  /// constant: a central difference of any width is then exact but for rounding.
  ///
  /// A product is linear in either operand and not in both.
  func isLinear(in operands: Set<Int>) -> Bool

  /// Whether the value has a gradient with respect to an operand; class numbers have none.
  func isDifferentiable(in operand: Int) -> Bool

  /// How often each pixel of an operand is read by a window that slides over it, rows × columns; nil
  /// for an operation without a window.
  func coverage(of operand: Int, in step: Step) throws -> (any CellSource)?
}

extension Operation {
  /// They take the session's type.
  public var literals: LiteralRule { .settle }

  /// No options.
  public var options: String { "" }

  /// The verb stands first, as a word does.
  public var notation: OperationNotation { .application }

  /// As it is.
  public var inDouble: any Operation { self }

  /// `x` for the first operand, then `y`, `z` and so on.
  public func role(of operand: Int) -> String {
    operand < 3 ? ["x", "y", "z"][operand] : "x\(operand)"
  }

  /// Whether the value is linear in one operand while the others stay.
  public func isLinear(in operand: Int) -> Bool { isLinear(in: [operand]) }

  /// Nothing is gained.
  public func computation(of operands: Operands, into result: Tensor) throws -> Computation? { nil }

  /// It takes one.
  public func computation(
    of operands: Operands, into result: Tensor, followedBy function: UnaryFunction
  ) throws -> Computation? { nil }

  /// It has.
  public func isDifferentiable(in operand: Int) -> Bool { true }

  /// No window slides.
  public func coverage(of operand: Int, in step: Step) throws -> (any CellSource)? { nil }
}
