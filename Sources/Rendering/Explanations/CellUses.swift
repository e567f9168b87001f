public import Provenance
public import Tensors
import Text

/// What `uses x[0,0,2,3]` prints: every cell that reads a cell, in every value that is bound.
public struct CellUses {
  private let names: NodeNames
  private let all: Bool
  private let context: RenderContext

  /// The most cells of one value that are followed further on.
  private static let mostFollowed = 20_000
  /// Readers of one value that are drawn on a screen of any height.
  private static let leastShown = 6

  /// Who reads a cell.
  ///
  /// - Parameters:
  ///   - cell: an index that the value's shape contains.
  ///   - role: what the value is called if it has no name.
  ///   - bound: the values to look in, with all that they were made of.
  ///   - all: whether no reader is left out.
  /// - Throws: what working out readers throws, and `Interrupted`.
  public static func text(
    of node: Node, cell: CellIndex, role: String = "it", bound: [(name: String, node: Node)],
    all: Bool = false, _ context: RenderContext
  ) throws -> String {
    let uses = CellUses(names: NodeNames(bound), all: all, context: context)
    return TextBlock(try uses.lines(node, cell, role, bound.map(\.node))).text
  }

  private func lines(
    _ node: Node, _ cell: CellIndex, _ role: String, _ roots: [Node]
  ) throws -> [TextLine] {
    let search = ReaderSearch(roots: roots)
    let title = names.label(of: node, role: role) + (cell.rank == 0 ? "" : "\(cell)")
    let source = node.value.source
    let value = Scalars.text(source.cell(cell), source.elementType, context)
    let consumers = search.consumers(of: node)
    var lines = [TextLine("\(title) = \(value)", .bold, context.color)]
    if consumers.isEmpty {
      return lines + [TextLine("no value that is bound is made of it")]
    }
    for consumer in consumers {
      lines.append(TextLine())
      lines += try section(consumer, cell, title)
    }
    return lines
      + (try furtherOn(search, node, cell, Set(consumers.map { ObjectIdentifier($0.node) })))
  }

  /// The readers in one value, a line each.
  private func section(
    _ consumer: ReaderSearch.Consumer, _ cell: CellIndex, _ title: String
  ) throws -> [TextLine] {
    let (operation, step) = try consumer.node.step()
    let readers = try consumer.node.readers(of: cell, operand: consumer.operand)
    let label = names.label(of: consumer.node, role: operation.verb)
    let call = names.call(of: consumer.node) ?? ""
    let isNamed = names.name(of: consumer.node) != nil
    var heading = TextLine(isNamed ? label : call, .bold, context.color)
    if isNamed { heading.append(" = \(call)") }
    let verb = readers.count == 1 ? "reads" : "read"
    let cells =
      readers.isEmpty ? "no cell reads" : "\(Quantity.counted(readers.count, "cell")) \(verb)"
    heading.append(": \(cells) \(title)")
    let factors = FactorText(operation: operation, operands: step.operands, names: names)
    return [heading] + rows(readers, isNamed ? label : "", factors, step)
  }

  private func rows(
    _ readers: [CellReader], _ label: String, _ factors: FactorText, _ step: Step
  ) -> [TextLine] {
    var shown = ShownPlaces(0..<readers.count)
    if !all, context.elides, let height = context.height {
      let room = max(Self.leastShown, height - 8)
      if readers.count > room { shown = ShownPlaces(0..<readers.count, showing: room - 1) }
    }
    let weights = shown.places.compactMap { readers[$0].weight?.value }
    let type = step.result.value.source.elementType
    let format = MarkedGrid.format(of: weights, type, context).format
    var rows = AlignedRows([("", .left), ("", .left), ("", .right), ("", .left)])
    rows.indent = 4
    for (row, place) in shown.places.enumerated() {
      if shown.isElided, row == shown.front {
        let count = Quantity.counted(shown.hidden.count, "reader")
        rows.add(.text(":  \(count) more; all=true shows them"))
      }
      let reader = readers[place]
      let weight = reader.weight.map { "times " + factors.label($0.source) + " =" } ?? ""
      let number = reader.weight.map { format.text(of: $0.value) } ?? ""
      let index = reader.cell.rank == 0 ? "" : reader.cell.description
      rows.add(
        .cells([
          label + index, weight, number, DisplayText.escaped(reader.notes.joined(separator: ", ")),
        ]))
    }
    if context.elides, rows.width > context.arrangedWidth { rows.drop(3) }
    return rows.lines(context)
  }

  /// The values that read what was read, and so on: how many of their cells, and where they lie.
  private func furtherOn(
    _ search: ReaderSearch, _ node: Node, _ cell: CellIndex, _ direct: Set<ObjectIdentifier>
  ) throws -> [TextLine] {
    let further = try search.reached(from: node, cell: cell, most: Self.mostFollowed)
      .filter { !direct.contains(ObjectIdentifier($0.node)) && names.name(of: $0.node) != nil }
    if further.isEmpty { return [] }
    var rows = AlignedRows([("", .left), ("", .right), ("", .left)])
    for (node, cells) in further {
      let title = (names.name(of: node) ?? "") + (names.call(of: node).map { " = \($0)" } ?? "")
      guard let cells else {
        let most = Quantity.count(Self.mostFollowed)
        rows.add(.cells([title, "more than \(most)", "cells"]))
        continue
      }
      let count = Quantity.counted(cells.count, "cell")
      rows.add(.cells([title, count, Self.bounds(of: cells, names.name(of: node) ?? "")]))
    }
    return [TextLine(), TextLine("further on", .bold, context.color)] + rows.lines(context)
  }

  /// The smallest block that holds some cells, as an index: `y[0,1:4,2:5]`.
  private static func bounds(of cells: Set<CellIndex>, _ name: String) -> String {
    guard let first = cells.first, first.rank > 0 else { return "" }
    let axes = (0..<first.rank).map { axis in
      let places = cells.map { $0[axis] }
      let (low, high) = (places.min() ?? 0, places.max() ?? 0)
      return low == high ? "\(low)" : "\(low):\(high + 1)"
    }
    let block = axes.joined(separator: ",")
    return cells.count == 1 ? "\(name)[\(block)]" : "within \(name)[\(block)]"
  }
}
