import Kernels
public import Tensors

/// What `stats` shows: shape, type and the cells as a whole.
public enum StatisticsTable {
  /// Lines of a name, a number and a remark. Range, mean and deviation are those of finite cells.
  ///
  /// - Throws: `TensorError` if a lazy value does not fit in memory, or when interrupted.
  public static func document(
    of source: any CellSource, _ context: RenderContext
  ) throws(TensorError) -> TableDocument {
    let cells = try source.materialized().statistics()
    let bytes = source.shape.count * source.elementType.byteCount
    var rows = [
      row("shape", "\(source.shape)"), row("type", "\(source.elementType)"),
      row("cells", Quantity.count(cells.count), Quantity.bytes(bytes)),
    ]
    if cells.finiteCount > 0 { rows += finite(cells, context) }
    if cells.count > 0 {
      rows += [
        count("zeros", cells.zeroCount, of: cells.count, nil),
        count("NaN", cells.nanCount, of: cells.count, cells.firstNaNIndex),
        count("inf", cells.infinityCount, of: cells.count, cells.firstInfinityIndex),
      ]
    }
    return TableDocument([
      TableLayout(
        columns: [TableColumn("", alignment: .left), TableColumn("", alignment: .left)],
        rows: rows, hasColumnHeaders: false, rowHeaderAlignment: .left)
    ])
  }

  private static func row(_ name: String, _ value: String, _ remark: String = "") -> TableRow {
    TableRow(name, [TableCell(value), TableCell(remark)])
  }

  private static func finite(_ cells: TensorStatistics, _ context: RenderContext) -> [TableRow] {
    func number(_ value: Double) -> String {
      NumberFormat.text(of: value, digits: context.digits ?? 6)
    }
    func place(_ index: CellIndex?) -> String {
      index.map { $0.rank == 0 ? "" : "at \($0)" } ?? ""
    }
    return [
      row("min", number(cells.least), place(cells.leastIndex)),
      row("max", number(cells.largest), place(cells.largestIndex)),
      row("mean", number(cells.mean)), row("std", number(cells.deviation)),
    ]
  }

  private static func count(
    _ name: String, _ count: Int, of all: Int, _ first: CellIndex?
  ) -> TableRow {
    guard count > 0 else { return row(name, "0") }
    let percent = NumberFormat.text(of: 100 * Double(count) / Double(all), digits: 3) + "%"
    let place = first.map { $0.rank == 0 ? "" : ", the first at \($0)" } ?? ""
    return row(name, Quantity.count(count), percent + place)
  }
}
