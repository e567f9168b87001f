import Language
import Provenance
import Rendering
import Tensors

/// A value with the index of one of its cells, as `explain` and `uses` take it.
struct CellOperand {
  /// The value.
  let node: Node
  /// The cell; nil if no index was given.
  let cell: CellIndex?
  /// The value as it stands in the source: `y`, `(conv x k)`.
  let text: String
}

extension Arguments {
  /// The operand at a place: a name or an expression in brackets, with or without an index.
  ///
  /// - Throws: a `Diagnostic` for an index that is not one cell's, which says the range.
  func cell(_ place: Int) throws -> CellOperand {
    let expression = expression(place)
    let analyser = Analyser(of: session)
    let evaluator = Evaluator(session: session)
    guard case .index(let base, let items) = expression.kind else {
      let node = try evaluator.node(analyser.code(expression))
      return CellOperand(node: node, cell: nil, text: session.source.text(expression.span))
    }
    let node = try evaluator.node(analyser.code(base))
    let text = session.source.text(base.span)
    let shape = node.value.shape
    guard items.count == shape.rank else {
      throw Diagnostic(
        "one cell of \(text) takes \(Quantity.counted(shape.rank, "number")), not \(items.count)",
        at: expression.span, note: "\(shape)", help: Self.range(of: text, shape))
    }
    var cell = CellIndex(rank: shape.rank)
    for (axis, item) in items.enumerated() {
      let site = Site(item.span)
      guard case .at(let index)? = try evaluator.sliceItems(analyser.indices([item]), site).first
      else {
        throw Diagnostic(
          "one cell is due here, not a range", at: item.span, help: Self.range(of: text, shape))
      }
      let place = SliceItem.place(index, of: shape[axis])
      guard (0..<shape[axis]).contains(place) else {
        throw Diagnostic(
          "index \(index) is out of range: dimension \(axis) of \(text) goes from 0 to "
            + "\(shape[axis] - 1)", at: item.span, note: "\(text) is \(shape)",
          help: Self.range(of: text, shape))
      }
      cell[axis] = place
    }
    return CellOperand(node: node, cell: cell, text: text)
  }

  /// The cells a value has, as an index: `y[0..2,0..4]`.
  private static func range(of text: String, _ shape: Shape) -> String? {
    guard shape.rank > 0, shape.count > 0 else { return nil }
    let axes = shape.lengths.map { $0 == 1 ? "0" : "0..\($0 - 1)" }
    return "its cells are \(text)[\(axes.joined(separator: ","))]"
  }
}

extension Session {
  /// What values are called now, gradients of the last backward pass included.
  var nodeNames: NodeNames {
    let names = NodeNames(names.bound)
    return backward.map(names.following) ?? names
  }
}
