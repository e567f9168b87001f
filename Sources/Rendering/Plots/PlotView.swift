import Tensors
import Text

/// Vectors drawn as curves over their index: what `plot` prints.
///
/// Plain characters, or Braille's dots where lines are drawn with Unicode's characters.
public enum PlotView {
  /// The rows of a drawing nobody asked another height for.
  private static let usualHeight = 13
  /// The columns of a drawing nobody asked another width for, at most.
  private static let usualWidth = 100
  /// Columns that are left for curves however long the labels are.
  private static let leastColumns = 6

  /// Draws curves, and below them for each its least, largest and last value and its gaps.
  ///
  /// - Throws: `RenderingError.notACurve` of a value of more than one dimension, `.nothingToDraw` of
  ///   an empty list; `TensorError` if a lazy value does not fit in memory.
  public static func text(
    of curves: [PlotCurve], _ request: PlotRequest, _ context: RenderContext
  ) throws -> String {
    if curves.isEmpty { throw RenderingError.nothingToDraw }
    let vectors = try curves.map { try Self.vector($0.source) }
    let longest = vectors.reduce(0) { max($0, $1.count) }
    let first = request.first < 0 ? max(0, longest + request.first) : request.first
    guard longest == 0 || first < longest else {
      throw RenderingError.firstIndex(request.first, count: longest)
    }
    let values = vectors.map {
      CurveValues($0, from: first, isLogarithmic: request.isLogarithmic)
    }
    var context = context
    context.width = request.width ?? min(context.arrangedWidth, usualWidth)
    var block = TextBlock()
    if let range = range(of: values) {
      block = drawing(values, range, first...longest - 1, request, context)
    }
    block.lines += PlotLegend(curves.map(\.name), values, request.isLogarithmic, context).lines
    return block.text
  }

  private static func vector(_ source: any CellSource) throws -> [Double] {
    guard PlotCurve.isCurve(source.shape) else { throw RenderingError.notACurve(source.shape) }
    return try source.materialized().array
  }

  private static func range(of curves: [CurveValues]) -> ClosedRange<Double>? {
    guard let least = curves.compactMap(\.least?.value).min(),
      let largest = curves.compactMap(\.largest?.value).max()
    else { return nil }
    return least...largest
  }

  private static func drawing(
    _ curves: [CurveValues], _ range: ClosedRange<Double>, _ indices: ClosedRange<Int>,
    _ request: PlotRequest, _ context: RenderContext
  ) -> TextBlock {
    var height = usualHeight
    if context.elides, let screen = context.height { height = max(5, min(height, screen - 6)) }
    let values = ValueAxis(
      over: range, rows: max(3, request.height ?? height), isLogarithmic: request.isLogarithmic)
    var labelWidth = values.labels.values.reduce(0) { max($0, $1.utf8.count) }
    if labelWidth + 2 + leastColumns > context.arrangedWidth { labelWidth = -1 }
    let columns = max(1, context.arrangedWidth - labelWidth - 2)
    let axis = IndexAxis(indices: indices, columns: columns)
    let drawing = PlotDrawing(curves, axis, values, context)
    var lines: [TextLine] = []
    for row in 0..<values.rows {
      var line = TextLine()
      let label = values.labels[values.rows - 1 - row]
      if labelWidth > 0, let label {
        line.space(labelWidth - label.utf8.count)
        line.append(label)
      }
      line.space(to: labelWidth + 1)
      line.append(
        label == nil ? context.box.vertical : context.box.tickAtLeft, .faint, context.color)
      line.append(drawing.line(row))
      lines.append(line)
    }
    return TextBlock(lines + below(curves, axis, labelWidth, context))
  }

  /// The axis, on which gaps are marked, and its labels.
  private static func below(
    _ curves: [CurveValues], _ axis: IndexAxis, _ labelWidth: Int, _ context: RenderContext
  ) -> [TextLine] {
    let box = context.box
    var characters = Array(repeating: box.horizontal, count: axis.columns)
    for tick in axis.ticks { characters[axis.column(of: tick)] = box.tickBelow }
    var isGap = Array(repeating: false, count: axis.columns)
    for curve in curves {
      for index in stride(from: curve.first, through: curve.last, by: 1)
      where !curve.isDrawn(curve[index]) {
        isGap[axis.column(of: index)] = true
      }
    }
    var rule = TextLine()
    rule.space(labelWidth + 1)
    rule.append(box.corner, .faint, context.color)
    var start = 0
    while start < axis.columns {
      // A run of one look shares its escape sequence.
      let end = isGap[start...].firstIndex(of: !isGap[start]) ?? axis.columns
      let text =
        isGap[start] ? String(repeating: "?", count: end - start) : characters[start..<end].joined()
      rule.append(text, isGap[start] ? .alarming : .faint, context.color)
      start = end
    }
    var labels = TextLine()
    labels.space(labelWidth + 2)
    labels.append(axis.labels)
    return [rule, labels]
  }
}

extension BoxStyle {
  /// The upright axis where it is labelled.
  fileprivate var tickAtLeft: String { self == .ascii ? "+" : "┤" }
  /// The level axis where it is labelled.
  fileprivate var tickBelow: String { self == .ascii ? "+" : "┬" }
  /// Where the axes meet.
  fileprivate var corner: String { self == .ascii ? "+" : "└" }
}
