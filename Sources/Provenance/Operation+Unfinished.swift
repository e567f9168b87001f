public import Tensors

// Stands in while the operations learn their gradients and terms one by one.
extension Operation {
  /// Not known yet.
  public func gradient(for operand: Int, of step: Step, upstream: Node) throws -> Node {
    throw ProvenanceError.notDifferentiable(verb: verb)
  }
  /// Not known yet.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    CellTerms([], result: step.result.value.source.cell(cell))
  }
  /// Not known yet.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] { [] }
  /// Not known yet.
  public func isLinear(in operand: Int) -> Bool { false }
}
