import Kernels
public import Tensors
import Text

/// A value in one line: what the prompt echoes when a name is bound.
public enum SummaryLine {
  /// `y: 1x96x55x55 f64  [-3.1, 2.9]  mean 0.02`; of a lazy value `y: 363x3025 f64  lazy`, for which
  /// no cell is computed.
  ///
  /// - Parameter name: the value's name; nil for none.
  /// - Throws: `TensorError.interrupted`.
  public static func text(
    of source: any CellSource, named name: String?, _ context: RenderContext
  ) throws(TensorError) -> String {
    let name = name.map { DisplayText.escaped($0) + ": " } ?? ""
    return "\(name)\(source.shape) \(source.elementType)  \(try content(source, context))"
  }

  private static func content(
    _ source: any CellSource, _ context: RenderContext
  ) throws(TensorError) -> String {
    if source.isLazy { return "lazy" }
    if source.shape.count == 0 { return "no cells" }
    if source.shape.rank == 0 {
      return Scalars.text(source.cell([]), source.elementType, context)
    }
    let cells = try source.materialized().statistics()
    var parts: [String] = []
    if cells.finiteCount > 0 { parts += range(cells, context) }
    if cells.nanCount > 0 { parts.append(Quantity.count(cells.nanCount) + " NaN") }
    if cells.infinityCount > 0 { parts.append(Quantity.count(cells.infinityCount) + " inf") }
    return parts.joined(separator: "  ")
  }

  private static func range(_ cells: TensorStatistics, _ context: RenderContext) -> [String] {
    func number(_ value: Double) -> String {
      NumberFormat.text(of: value, digits: context.tableDigits)
    }
    if cells.finiteCount == cells.count, cells.least == cells.largest {
      return [cells.least == 0 ? "all zeros" : "all \(number(cells.least))"]
    }
    return ["[\(number(cells.least)), \(number(cells.largest))]", "mean \(number(cells.mean))"]
  }
}
