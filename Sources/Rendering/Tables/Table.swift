public import Tensors
import Text

/// Draws values as tables.
///
/// Only the cells that are drawn are read, and each of them once: a lazy matrix of millions of
/// columns is drawn as fast as a small one.
public enum Table {
  /// What is drawn of a value.
  ///
  /// - Throws: `RenderingError` if the request selects nothing, or a lazy value has more than a
  ///   million cells to draw.
  public static func document(
    of source: any CellSource, _ request: TableRequest = TableRequest(), _ context: RenderContext
  ) throws(RenderingError) -> TableDocument {
    let grid = try CellGrid(source, pairs: request.pairs)
    if source.shape.rank == 0 {
      _ = try request.selectedRows(of: 1, hasAxis: false, source.shape)
      _ = try request.selectedColumns(of: 1, hasAxis: false, source.shape)
      return scalar(source, context)
    }
    if source.shape.count == 0 { return empty(source, request) }
    let planner = try TablePlanner(grid, request, context)
    return TableDocument(planner.layouts, notes: planner.hiddenNote.map { [$0] } ?? [])
  }

  /// The text of what is drawn of a value, without a line break at its end.
  ///
  /// - Throws: as `document`.
  public static func text(
    of source: any CellSource, _ request: TableRequest = TableRequest(), _ context: RenderContext
  ) throws(RenderingError) -> String {
    try document(of: source, request, context).text(context)
  }

  /// What is drawn of several values: their tables side by side where they fit, each under its name.
  ///
  /// - Throws: as for one value.
  public static func document(
    of values: [RequestedValue], _ context: RenderContext
  ) throws(RenderingError) -> TableDocument {
    var whole = TableDocument([])
    for value in values {
      var document = try document(of: value.source, value.request, context)
      if let name = value.request.name {
        for place in document.tables.indices where document.tables[place].caption == nil {
          document.tables[place].caption = DisplayText.escaped(name) + ":"
        }
      }
      whole.tables += document.tables
      whole.notes += document.notes
    }
    return whole
  }

  private static func scalar(_ source: any CellSource, _ context: RenderContext) -> TableDocument {
    let text = Scalars.text(source.cell([]), source.elementType, context)
    return TableDocument([
      TableLayout(
        columns: [TableColumn("")], rows: [TableRow("", [TableCell(text)])],
        hasColumnHeaders: false, hasRowHeaders: false)
    ])
  }

  private static func empty(_ source: any CellSource, _ request: TableRequest) -> TableDocument {
    let name = request.name.map { $0 + ": " } ?? ""
    return TableDocument(
      [], notes: ["\(name)\(source.shape) \(source.elementType), no cells"])
  }
}
