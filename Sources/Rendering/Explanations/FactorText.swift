import Provenance
import Tensors

/// What the factors of a term are called.
struct FactorText {
  let operation: any Operation
  let operands: Operands
  let names: NodeNames

  /// A cell, a side of the padding, a function of cells or a constant.
  func label(_ source: CellFactor.Source) -> String {
    switch source {
    case .cell(let operand, let index): label(CellReference(operand, index))
    case .padding(_, let side): "padding (\(side))"
    case .function(let text, let cells): filled(text, cells)
    case .constant(let name): name
    }
  }

  /// A cell of an operand: `x[0,1]`.
  func label(_ reference: CellReference) -> String {
    let index = reference.index.rank == 0 ? "" : reference.index.description
    guard operands.indices.contains(reference.operand) else { return index }
    let role = operation.role(of: reference.operand)
    return names.label(of: operands[reference.operand], role: role) + index
  }

  /// A function's text with its cells in place of the underscores, the last one standing for all that
  /// are left.
  private func filled(_ text: String, _ cells: [CellReference]) -> String {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    var result = ""
    for (place, part) in parts.enumerated() {
      result += part
      guard place + 1 < parts.count, place < cells.count else { continue }
      let isLast = place + 2 == parts.count
      result += label(cells[place])
      if isLast, place + 1 < cells.count, let last = cells.last { result += " .. " + label(last) }
    }
    return result
  }
}
