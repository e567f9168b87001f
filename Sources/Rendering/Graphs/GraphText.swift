public import Provenance
import Tensors
import Text

/// What `graph` prints: everything a value was made of, a line each, operands before what is made of
/// them.
public enum GraphText {
  /// More lanes than this are not told apart any more, and none is drawn.
  private static let mostLanes = 14
  /// Values that are drawn at each end of a graph that does not fit.
  private static let leastShown = 8

  /// The graph below a value.
  ///
  /// - Parameters:
  ///   - names: the names that values are bound to.
  ///   - all: whether nothing is left out.
  public static func text(
    of root: Node, names: NodeNames, all: Bool = false, _ context: RenderContext
  ) -> String {
    let nodes = ordered([root], stops: [])
    let leaves = nodes.count { $0.origin == nil }
    let counts =
      "\(Quantity.counted(nodes.count, "value")), \(Quantity.counted(leaves, "leaf", "leaves"))"
    let title = "graph" + (names.name(of: root).map { " of \($0)" } ?? "") + ": " + counts
    return block(title, nodes, names, all: all, context).text
  }

  /// The graph of a backward pass: from the upstream gradient down to the leaves' gradients, with
  /// their shapes. Values of the forward graph are named, not drawn again.
  ///
  /// - Throws: what computing a gradient that nobody asked for yet throws.
  public static func backwardText(
    of backward: Backward, names: NodeNames, all: Bool = false, _ context: RenderContext
  ) throws -> String {
    let gradients = try backward.leaves.map { try backward.gradient(of: $0) }
    let names = names.following(backward)
    let nodes = ordered(
      [backward.upstream] + gradients, stops: Set(backward.nodes.map(ObjectIdentifier.init)))
    let title =
      "backward" + (names.name(of: backward.root).map { " from \($0)" } ?? "") + ": "
      + "\(Quantity.counted(gradients.count, "gradient")) of leaves"
    return block(title, nodes, names, upstream: backward.upstream, all: all, context).text
  }

  /// All values below some roots, operands first and leaves as late as may be.
  private static func ordered(_ roots: [Node], stops: Set<ObjectIdentifier>) -> [Node] {
    Node.ancestry(of: roots, excluding: stops).reversed().filter { node in
      !isWrittenNumber(node) || roots.contains { $0 === node }
    }
  }

  /// Whether a value is a number that stands in the text of what is made of it.
  private static func isWrittenNumber(_ node: Node) -> Bool {
    node.isLiteral && node.origin == nil && node.value.shape.rank == 0
  }

  private static func block(
    _ title: String, _ nodes: [Node], _ names: NodeNames, upstream: Node? = nil, all: Bool,
    _ context: RenderContext
  ) -> TextBlock {
    let entries = entries(nodes, names, upstream)
    let isNarrow = entries.contains { $0.lanes.count > 2 * mostLanes }
    let lanesWidth = isNarrow ? 0 : entries.reduce(0) { max($0, $1.lanes.count) } + 2
    var shown = ShownPlaces(0..<entries.count)
    if context.elides, !all, let height = context.height {
      let room = max(2 * leastShown, height - 5)
      if entries.count > room { shown = ShownPlaces(0..<entries.count, showing: room - 1) }
    }
    let visible = shown.places.map { entries[$0] }
    let labelWidth = visible.reduce(0) { max($0, DisplayText.width($1.label)) } + 2
    let shapeWidth = visible.reduce(0) { max($0, DisplayText.width($1.shape)) }
    let room = max(12, context.arrangedWidth - lanesWidth - labelWidth - shapeWidth - 2)
    let callWidth = min(room, visible.reduce(0) { max($0, DisplayText.width($1.call)) })
    var lines = Paragraph.lines(title, within: context.arrangedWidth)
    lines.append(TextLine())
    for (place, entry) in visible.enumerated() {
      if shown.isElided, place == shown.front {
        lines.append(
          TextLine(
            ":  \(Quantity.count(shown.hidden.count)) values more; all=true shows them", .faint,
            context.color))
      }
      var line = TextLine()
      if !isNarrow { line.append(entry.lanes, .faint, context.color) }
      line.space(to: lanesWidth)
      line.append(entry.label, entry.isNamed ? .bold : nil, context.color)
      line.space(to: lanesWidth + labelWidth)
      line.append(clipped(entry.call, callWidth))
      line.space(to: lanesWidth + labelWidth + callWidth + 2)
      line.append(entry.shape)
      lines.append(line)
    }
    return TextBlock(lines)
  }

  private struct Entry {
    var lanes: String
    var label: String
    var isNamed: Bool
    var call: String
    var shape: String
  }

  private static func entries(
    _ nodes: [Node], _ names: NodeNames, _ upstream: Node?
  ) -> [Entry] {
    let drawn = Set(nodes.map(ObjectIdentifier.init))
    var uses: [ObjectIdentifier: Int] = [:]
    for node in nodes {
      for operand in node.origin?.operands ?? [] where drawn.contains(ObjectIdentifier(operand)) {
        uses[ObjectIdentifier(operand), default: 0] += 1
      }
    }
    var lanes = GraphLanes(uses: uses)
    var numbers: [ObjectIdentifier: String] = [:]
    return nodes.map { node in
      let id = ObjectIdentifier(node)
      let name = names.name(of: node)
      let label = name ?? "#\(numbers.count + 1)"
      if name == nil { numbers[id] = label }
      let operands = (node.origin?.operands ?? []).map(ObjectIdentifier.init)
      let call = node.origin.map { origin in
        names.call(of: origin) { operand, place in
          numbers[ObjectIdentifier(operand)]
            ?? names.label(of: operand, role: origin.operation.role(of: place))
        }
      }
      return Entry(
        lanes: lanes.place(id, operands: operands), label: label, isNamed: name != nil,
        call: call
          ?? (node === upstream
            ? "what the pass starts with" : node.isLiteral ? "literal" : "leaf"),
        shape: "\(node.value.shape)" + (node.value.source.isLazy ? " lazy" : ""))
    }
  }

  private static func clipped(_ text: String, _ width: Int) -> String {
    guard DisplayText.width(text) > width, width > 3 else { return text }
    var clipped = ""
    for character in text {
      if DisplayText.width(clipped) + DisplayText.width(character) > width - 2 { break }
      clipped.append(character)
    }
    return clipped + ".."
  }
}
