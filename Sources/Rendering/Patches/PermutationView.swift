public import Windows

/// Where one order of the patches finds its cells in another one: `orders x 3x3 from=columns to=rows`.
public enum PermutationView {
  /// Draws the permutation: of columns and of rows where both orders are matrices, else of cells.
  ///
  /// - Throws: `RenderingError.tooManyCells` in a pipe.
  public static func text(
    of permutation: PatchPermutation, _ context: RenderContext
  ) throws(RenderingError) -> String {
    let (source, target) = (permutation.source, permutation.target)
    var result = TextBlock()
    for layout in [source, target] {
      let axes = PatchOrdersView.axes(of: layout).joined(separator: "; ")
      result.lines += Paragraph.lines(
        "\(layout.order): \(layout.shape), \(axes)", within: context.arrangedWidth)
    }
    result.lines.append(TextLine())
    let axes = AxisPermutation.both(of: permutation)
    if axes.isEmpty {
      result.lines += Paragraph.lines(
        "The row-major place in \(source.order) of every cell of \(target.order):",
        within: context.arrangedWidth, indent: 0)
      let request = TableRequest(name: "\(target.order)")
      let places = CellPermutation(permutation)
      result.lines += try Table.document(of: places, request, context).block(context).lines
    }
    for axis in axes {
      if axis.isIdentity == true {
        result.lines += Paragraph.lines(axis.identityText, within: context.arrangedWidth)
      } else {
        // What is elided here is the reader's to ask of the session, not of this table.
        var document = try Table.document(of: axis, axis.request(context), context)
        document.notes = []
        result.lines += document.block(context).lines
      }
    }
    return result.text
  }
}
