public import Tensors

/// A row a label, with a 1 in the label's column: `onehot labels classes`.
public struct OneHotOperation: Operation {
  /// How many columns a row has.
  public let classes: Int

  /// Makes the operation.
  public init(_ classes: Int) { self.classes = classes }

  /// `onehot`.
  public var verb: String { "onehot" }
  /// The number of classes.
  public var options: String { "classes=\(classes)" }
  /// `labels`.
  public func role(of operand: Int) -> String { "labels" }

  /// A tensor of one dimension more than the labels.
  public func value(of operands: Operands) throws -> Value {
    .tensor(try operands.tensor(0).oneHot(classes))
  }

  /// - Throws: `.notDifferentiable`.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    throw ProvenanceError.notDifferentiable(verb: verb)
  }

  /// Whether the label is the column.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let label = label(of: cell)
    let result = step.cell(cell)
    let source = CellFactor.Source.function(
      "(_ = \(cell[cell.rank - 1]))", [CellReference(0, label)])
    return CellTerms([CellTerm([CellFactor(source, result)])], result: result)
  }

  /// The label's row.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    step.shape.indices.filter { label(of: $0) == cell }.map { CellReader($0) }
  }

  /// It is not.
  public func isLinear(in operands: Set<Int>) -> Bool { false }

  /// It has none.
  public func isDifferentiable(in operand: Int) -> Bool { false }

  private func label(of cell: CellIndex) -> CellIndex {
    CellIndex((0..<cell.rank - 1).map { cell[$0] })
  }
}
