public import Provenance
import Tensors

/// What `uses x` prints: how often each pixel of a value is read, by every value made of it.
public enum CoverageText {
  /// Cells of a value whose readers are counted one by one.
  private static let mostCounted = 65_536

  /// The coverage grids.
  ///
  /// - Parameters:
  ///   - role: what the value is called if it has no name.
  ///   - bound: the values to look in, with all that they were made of.
  /// - Throws: what counting readers or drawing a grid throws, and `Interrupted`.
  public static func text(
    of node: Node, role: String = "it", bound: [(name: String, node: Node)],
    _ context: RenderContext
  ) throws -> String {
    let names = NodeNames(bound)
    let label = names.label(of: node, role: role)
    let consumers = ReaderSearch(roots: bound.map(\.node)).consumers(of: node)
    if consumers.isEmpty { return "no value that is bound is made of \(label)" }
    var parts: [String] = []
    for consumer in consumers {
      parts.append(try section(consumer, node, label, names, context))
    }
    return parts.joined(separator: "\n\n")
  }

  private static func section(
    _ consumer: ReaderSearch.Consumer, _ node: Node, _ label: String, _ names: NodeNames,
    _ context: RenderContext
  ) throws -> String {
    let heading = TextLine(names.definition(of: consumer.node), .bold, context.color).text
    let (operation, step) = try consumer.node.step()
    if let windows = try operation.coverage(of: consumer.operand, in: step) {
      let unit = "windows that read each pixel of \(label)"
      return heading + "\n" + (try grid(windows, unit, context))
    }
    let shape = node.value.shape
    guard shape.count <= mostCounted else {
      return heading
        + "\n  \(Quantity.count(shape.count)) cells, too many to count the readers of each"
    }
    let counts = try consumer.node.readerCounts(of: consumer.operand)
    let cells = counts.array
    if let first = cells.first, cells.allSatisfy({ $0 == first }) {
      let readers = Quantity.counted(Int(first), "cell")
      return heading + "\n  each cell of \(label) is read by \(first == 0 ? "no cell" : readers)"
    }
    return heading + "\n"
      + (try grid(counts, "cells that read each cell of \(label)", context))
  }

  private static func grid(
    _ counts: any CellSource, _ unit: String, _ context: RenderContext
  ) throws -> String {
    let shape = counts.shape
    let unread = (0..<shape.count).count { counts.cell(shape.index(at: $0)) == 0 }
    let request = TableRequest(marks: { counts.cell(CellIndex($0)) == 0 })
    let total = (0..<shape.count).reduce(0.0) { $0 + counts.cell(shape.index(at: $1)) }
    var lines = [unit]
    lines.append(try Table.text(of: counts, request, context))
    lines.append(
      "in all \(Quantity.count(Int(total))) readings of \(Quantity.counted(shape.count, "cell"))")
    if unread > 0 {
      lines.append(
        "[0]: \(Quantity.counted(unread, "cell")) \(unread == 1 ? "is" : "are") never read")
    }
    return lines.joined(separator: "\n")
  }
}
