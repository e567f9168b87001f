public import Tensors

/// An operation each of whose cells is one cell of an operand or a number of its own: its gradient is
/// another one.
///
/// Conforming types say where a cell comes from and where it goes; terms and readers follow.
public protocol Rearrangement: Operation {
  /// Where a cell of the value comes from.
  func source(of cell: CellIndex, in step: Step) throws -> CellFactor.Source

  /// The cells of the value that are a cell of an operand.
  func destinations(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellIndex]

  /// How the place was worked out, a line each.
  func notes(on cell: CellIndex, in step: Step) throws -> [String]
}

extension Rearrangement {
  /// Nothing worth saying.
  public func notes(on cell: CellIndex, in step: Step) throws -> [String] { [] }

  /// The one cell, or the number that is put there.
  public func terms(of cell: CellIndex, in step: Step) throws -> CellTerms {
    let result = step.cell(cell)
    let source = try source(of: cell, in: step)
    let value =
      if case .cell(let operand, let index) = source { step.cell(index, of: operand) } else {
        result
      }
    return CellTerms(
      [CellTerm([CellFactor(source, value)])], notes: try notes(on: cell, in: step), result: result)
  }

  /// Where the cell went.
  public func readers(of cell: CellIndex, operand: Int, in step: Step) throws -> [CellReader] {
    try destinations(of: cell, operand: operand, in: step).map { CellReader($0) }
  }

  /// It is, in all operands together.
  public func isLinear(in operands: Set<Int>) -> Bool { true }
}
