import Kernels
public import Provenance
public import Tensors
import Text

/// What `explain` prints: how one cell of a value was made.
public struct CellExplanation {
  private let names: NodeNames
  private let all: Bool
  private let context: RenderContext

  /// The deepest that operands' cells are explained too.
  public static let deepest = 8
  /// Operands' cells that are explained on a screen, of each cell that has more.
  private static let mostOperandCells = 3
  /// Copies of copies that are followed.
  private static let mostCopies = 16

  /// How one cell was made.
  ///
  /// - Parameters:
  ///   - cell: an index that the value's shape contains.
  ///   - names: the names that values are bound to.
  ///   - depth: 1 for the cell alone, 2 to explain the cells it was made of too, and so on.
  ///   - all: whether no term is left out, however many there are.
  /// - Throws: `ProvenanceError.leaf` for a value that nobody computed, or what working out the terms
  ///   throws.
  public static func text(
    of node: Node, cell: CellIndex, names: NodeNames, depth: Int = 1, all: Bool = false,
    _ context: RenderContext
  ) throws -> String {
    let explanation = CellExplanation(names: names, all: all, context: context)
    let lines = try explanation.lines(node, cell, role: "it", depth: min(depth, deepest))
    return TextBlock(lines).text
  }

  private func lines(
    _ node: Node, _ cell: CellIndex, role: String, depth: Int
  ) throws -> [TextLine] {
    var (node, cell, role) = (node, cell, role)
    var lines: [TextLine] = []
    for _ in 0..<Self.mostCopies {
      let (operation, step) = try node.step()
      let terms = try node.terms(of: cell)
      let factors = FactorText(operation: operation, operands: step.operands, names: names)
      let title = names.label(of: node, role: role) + (cell.rank == 0 ? "" : "\(cell)")
      lines.append(heading(title, node))
      for note in terms.notes { lines += indented(note, by: 2) }
      guard let copied = copied(terms) else {
        lines += body(terms, factors, node, title)
        lines += try operandLines(terms, factors, depth)
        return lines
      }
      let source = step.operands[copied.operand]
      let value = Scalars.text(terms.result, node.value.source.elementType, context)
      lines += indented("is \(factors.label(copied)) = \(value)", by: 2)
      // A copy of what has no name of its own is followed to where it was computed.
      guard source.origin != nil, depth > 1 || names.name(of: source) == nil else { return lines }
      (node, cell, role) = (source, copied.index, operation.role(of: copied.operand))
    }
    return lines
  }

  private func heading(_ title: String, _ node: Node) -> TextLine {
    var line = TextLine(title, .bold, context.color)
    // A title that says how the value was made need not be told twice.
    if names.name(of: node) != nil || !title.hasPrefix("("), let call = names.call(of: node) {
      line.append(" = " + call)
    }
    return line
  }

  /// The one cell that a cell is a copy of; nil for one that is computed.
  private func copied(_ terms: CellTerms) -> CellReference? {
    guard terms.terms.count == 1, terms.divisor.isEmpty, terms.combination != .power,
      !terms.terms[0].isNegative, terms.terms[0].factors.count == 1,
      case .cell(let operand, let index) = terms.terms[0].factors[0].source
    else { return nil }
    return CellReference(operand, index)
  }

  private func body(
    _ terms: CellTerms, _ factors: FactorText, _ node: Node, _ title: String
  ) -> [TextLine] {
    let type = node.value.source.elementType
    func number(_ value: Double) -> String { Scalars.text(value, type, context) }
    var lines = TermRows(terms: terms, factors: factors, type: type, context: context)
      .lines(all: all)
    if !terms.divisor.isEmpty {
      let sum = terms.divisor.reduce(0) { $0 + $1.value }
      if terms.divisor.count == 1, terms.divisor[0].factors.count == 1 {
        let name = factors.label(terms.divisor[0].factors[0].source)
        let value = name == number(sum) ? "" : " = \(number(sum))"
        lines += indented("divided by \(name)\(value)", by: 2)
      } else {
        lines += indented("divided by the sum of", by: 2)
        let divisor = CellTerms(terms.divisor, result: sum)
        lines += TermRows(terms: divisor, factors: factors, type: type, context: context)
          .lines(all: all)
      }
    }
    var result = TextLine()
    result.space(2)
    result.append("\(title) = \(number(terms.result))", .bold, context.color)
    lines.append(result)
    return lines + remark(terms, type)
  }

  /// A remark where the terms do not come to the cell: it was rounded on the way, in another type or
  /// in another order.
  private func remark(_ terms: CellTerms, _ type: ElementType) -> [TextLine] {
    let total = terms.total
    let same = total == terms.result || (total.isNaN && terms.result.isNaN)
    let size = terms.terms.reduce(1e-300) { $0 + $1.value.magnitude }
    let tolerance = type == .f32 ? 1e-7 : 1e-14
    let difference = (total - terms.result).magnitude
    // Where the terms nearly cancel, rounding that is small beside them is not beside the cell.
    let isVisible = difference > 1e-3 * max(total.magnitude, terms.result.magnitude)
    guard !same, isVisible || !(difference <= tolerance * size) else { return [] }
    let text = NumberFormat.text(of: total, digits: 17)
    return indented("(added up in f64, in this order: \(text))", by: 2)
  }

  /// The cells that the cell was made of, explained in their turn.
  private func operandLines(
    _ terms: CellTerms, _ factors: FactorText, _ depth: Int
  ) throws -> [TextLine] {
    guard depth > 1 else { return [] }
    let computed = terms.cells.filter { reference in
      factors.operands.indices.contains(reference.operand)
        && factors.operands[reference.operand].origin != nil
    }
    let shown = context.elides && !all ? computed.prefix(Self.mostOperandCells) : computed[...]
    var lines: [TextLine] = []
    for reference in shown {
      let role = factors.operation.role(of: reference.operand)
      let inner = CellExplanation(names: names, all: all, context: context.narrowed(by: 4))
      lines.append(TextLine())
      lines += try inner.lines(
        factors.operands[reference.operand], reference.index, role: role, depth: depth - 1
      ).map { inner in
        var line = TextLine()
        line.space(4)
        line.append(inner)
        return line
      }
    }
    if shown.count < computed.count {
      let more = Quantity.counted(computed.count - shown.count, "cell")
      lines += [TextLine()] + indented(":  \(more) more; all=true explains them too", by: 4)
    }
    return lines
  }

  private func indented(_ text: String, by columns: Int) -> [TextLine] {
    let room = max(1, context.arrangedWidth - columns)
    return Paragraph.lines(DisplayText.escaped(text), within: room).map { part in
      var line = TextLine()
      line.space(columns)
      line.append(part)
      return line
    }
  }
}

extension RenderContext {
  /// The same context with fewer columns.
  func narrowed(by columns: Int) -> RenderContext {
    var context = self
    context.width = width.map { max(20, $0 - columns) }
    return context
  }
}
