import Tensors
import Text

extension TablePlanner {
  /// One table for each slice that is drawn.
  var layouts: [TableLayout] {
    let shown = columns.places.compactMap { read[$0] }
    let formats = formats(of: shown)
    let widths = zip(shown, formats).map { $0.width(in: $1, isPairs: grid.pairs) }
    let style = style(widths)
    return slices.places.enumerated().map { place, slice in
      let prefix = grid.prefix(ofSlice: slice)
      return TableLayout(
        caption: grid.slices > 1 || grid.sliceRank > 0 ? caption(prefix) : nil,
        rowTitle: request.headers.rowTitle, columnTitle: request.headers.columnTitle,
        columns: columnLayouts(shown, style),
        rows: rowLayouts(place, prefix, shown, formats, style),
        hasRowHeaders: grid.hasRows, gap: style.gap, leastWidth: style.leastWidth)
    }
  }

  /// How columns stand: of one width if the table has the room, else close.
  private struct Style {
    var gap = TablePlanner.gap
    var leastWidth = 1
    var showsElision = false
  }

  private func style(_ widths: [Int]) -> Style {
    var style = Style()
    style.showsElision = columns.isElided
    guard let limit = context.widthLimit else {
      style.leastWidth = widths.max() ?? 1
      return style
    }
    let elision = DisplayText.width(context.box.columnsElided)
    let room = limit - rowHeaderWidth - (request.hasMarks ? 1 : 0)
    func total(_ widths: [Int], _ gap: Int, _ showsElision: Bool) -> Int {
      widths.reduce(0, +) + max(0, widths.count - 1) * gap + (showsElision ? elision + gap : 0)
    }
    let even = Array(repeating: widths.max() ?? 1, count: widths.count)
    if total(even, style.gap, style.showsElision) <= room {
      style.leastWidth = widths.max() ?? 1
    } else if total(widths, style.gap, style.showsElision) > room {
      if !request.hasMarks, total(widths, 1, style.showsElision) <= room {
        style.gap = 1
      } else {
        style.showsElision = false
      }
    }
    return style
  }

  private func caption(_ prefix: [Int]) -> String {
    (request.name ?? "") + "[" + prefix.map(String.init).joined(separator: ",") + "]:"
  }

  private func columnLayouts(_ shown: [ReadColumn], _ style: Style) -> [TableColumn] {
    var result = shown.map { TableColumn($0.header) }
    if style.showsElision {
      result.insert(TableColumn(context.box.columnsElided, isElision: true), at: columns.front)
    }
    return result
  }

  private func rowLayouts(
    _ slicePlace: Int, _ prefix: [Int], _ shown: [ReadColumn], _ formats: [NumberFormat],
    _ style: Style
  ) -> [TableRow] {
    let order = sliceOrder[slicePlace]
    var result: [TableRow] = []
    result.reserveCapacity(rows.count + 1)
    for (place, row) in rows.places.enumerated() {
      if rows.isElided, place == rows.front { result.append(elidedRow(shown, formats, style)) }
      var cells: [TableCell] = []
      cells.reserveCapacity(shown.count + 1)
      for (column, format) in zip(shown, formats) {
        var cell = Self.cell(column.entries[order * rows.count + place], format)
        if request.hasMarks,
          request.marks(grid.index(slice: prefix, row: row, column: column.place).array)
        {
          cell.emphasis = .marked
        }
        cells.append(cell)
      }
      if style.showsElision {
        cells.insert(TableCell(context.box.columnsElided), at: columns.front)
      }
      result.append(TableRow(request.headers.row(row), cells))
    }
    return result
  }

  /// Marks of elision under the units of each column.
  private func elidedRow(
    _ shown: [ReadColumn], _ formats: [NumberFormat], _ style: Style
  ) -> TableRow {
    let mark = context.box.rowsElided
    var cells = formats.map { format in
      TableCell(mark, blanksAfter: grid.pairs ? 0 : format.columnsAfterUnits)
    }
    if style.showsElision { cells.insert(TableCell(""), at: columns.front) }
    return TableRow(mark, cells, isElision: true)
  }

  private static func cell(_ entry: CellEntry, _ format: NumberFormat) -> TableCell {
    switch entry {
    case .pair(let first, let second): return TableCell(CellEntry.text(first, second))
    case .number(let value):
      if value == 0 { return TableCell("0", blanksAfter: format.columnsAfterUnits) }
      return TableCell(format.text(of: value), emphasis: value.isFinite ? .none : .alarming)
    }
  }
}
