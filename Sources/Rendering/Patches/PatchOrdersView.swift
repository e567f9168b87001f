public import Tensors
public import Windows

/// The same patches in every order, side by side or below each other: what `orders` prints.
public enum PatchOrdersView {
  /// Cells up to which two orders are compared.
  private static let mostCompared = 20_000

  /// Draws the patches of an image or a batch in all seven orders.
  ///
  /// - Parameter im2col: the command that makes these patches, `im2col x 3x3 stride=2`, for the notes
  ///   that say how to see what is hidden.
  /// - Throws: `WindowError` if the image has no patches of this geometry.
  public static func text(
    of image: Tensor, window: SlidingWindow, im2col: String, _ context: RenderContext
  ) throws(WindowError) -> String {
    var blocks: [TextBlock] = []
    var drawn: [PatchLayout] = []
    for order in PatchOrder.allCases {
      let matrix = try PatchMatrix(image, window: window, order: order)
      var twin: PatchLayout?
      for other in drawn where twin == nil {
        if try isSame(other, matrix.layout, image.shape) { twin = other }
      }
      drawn.append(matrix.layout)
      blocks.append(block(matrix, im2col, sameAs: twin?.order, context))
    }
    var result = TextBlock.flowing(blocks, within: context.arrangedWidth)
    let note = "Of several factors the last one runs fastest."
    result.lines += [TextLine()] + Paragraph.lines(note, within: context.arrangedWidth)
    return result.text
  }

  /// Orders that differ in what one image or one row of positions does not show are drawn once.
  private static func isSame(
    _ first: PatchLayout, _ second: PatchLayout, _ image: Shape
  ) throws(WindowError) -> Bool {
    guard first.shape == second.shape, first.shape.count <= mostCompared else { return false }
    let permutation = try PatchPermutation(
      image: image, window: first.window, from: first.order, to: second.order)
    return (0..<first.shape.count).allSatisfy { permutation.sourcePlace(of: $0) == $0 }
  }

  private static func block(
    _ matrix: PatchMatrix, _ im2col: String, sameAs twin: PatchOrder?, _ context: RenderContext
  ) -> TextBlock {
    let layout = matrix.layout
    var lines = [TextLine("\(layout.order): \(layout.shape)", .bold, context.color)]
    lines += axes(of: layout).flatMap { Paragraph.lines($0, within: context.arrangedWidth) }
    if let twin {
      return TextBlock(
        lines
          + Paragraph.lines("here the same as \(twin)", within: context.arrangedWidth, indent: 0))
    }
    var smaller = context
    smaller.height = context.height.map { max(16, $0 / 2) }
    do throws(RenderingError) {
      let request = TableRequest(expression: "(\(im2col) order=\(layout.order))")
      let table = try Table.document(of: matrix, request, smaller).block(smaller)
      return TextBlock(lines + table.lines)
    } catch {
      return TextBlock(lines + Paragraph.lines("\(error)", within: context.arrangedWidth))
    }
  }

  /// What runs along the axes: `down: tap row, tap column`. A factor of one value is left out.
  static func axes(of layout: PatchLayout) -> [String] {
    func names(_ factors: [PatchFactor]) -> String {
      let several = factors.filter { layout.count(of: $0) > 1 }
      return several.isEmpty ? "one" : several.map(\.description).joined(separator: ", ")
    }
    let axes = layout.axes
    guard axes.count >= 2 else { return [] }
    var lines: [String] = []
    if axes.count > 2 { lines.append("slices: " + names(Array(axes.dropLast(2).joined()))) }
    lines.append("down: " + names(axes[axes.count - 2]))
    lines.append("across: " + names(axes[axes.count - 1]))
    return lines
  }
}
