public import Tensors

/// Values drawn as shades: what `show x as=heat` prints. Every slice has its own range, which stands
/// above it.
public enum HeatMap {
  /// Rows and columns up to which the numbers themselves are drawn, shaded.
  private static let mostNumbers = 12

  /// Draws a value.
  ///
  /// - Throws: `RenderingError`, for a value that is no matrix or more.
  public static func text(
    of source: any CellSource, named name: String?, _ context: RenderContext
  ) throws(RenderingError) -> String {
    let shape = source.shape
    guard shape.rank >= 2, shape.count > 0 else { throw .notAPicture(shape) }
    if let document = try numbers(source, name, context) { return document.text(context) }
    let planes = try PicturePlanes(source, named: name, inColor: false)
    let room = HeatRoom(context, rows: shape[shape.rank - 2], columns: shape[shape.rank - 1])
    let shown = planes.prefix(room.count)
    let blocks = shown.map { HeatDrawing($0, room, context).block }
    var result = TextBlock.flowing(blocks, within: context.arrangedWidth)
    for note in notes(room, planes, shown: shown.count, name ?? "_", context) {
      result.lines += Paragraph.lines(note, within: context.arrangedWidth)
    }
    return result.text
  }

  private static func notes(
    _ room: HeatRoom, _ planes: PicturePlanes, shown: Int, _ name: String, _ context: RenderContext
  ) -> [String] {
    var notes: [String] = []
    if room.step > 1 {
      notes.append("each cell is the mean of \(room.step)x\(room.step) cells")
    }
    if context.color == .none {
      notes.append("shades from low to high: \"\(String(ShadeScale.ramp))\"")
    }
    if shown < planes.count {
      notes.append(planes.hiddenNote(after: shown, of: name, "as=heat"))
    }
    return notes
  }

  // MARK: Small matrices

  /// The table of a small matrix with its cells shaded; nil if it is not small.
  private static func numbers(
    _ source: any CellSource, _ name: String?, _ context: RenderContext
  ) throws(RenderingError) -> TableDocument? {
    let (rows, columns) = (source.shape[source.shape.rank - 2], source.shape[source.shape.rank - 1])
    guard rows <= mostNumbers, columns <= mostNumbers else { return nil }
    let planes = try PicturePlanes(source, named: name, inColor: false)
    // Without colour every number is followed by a blank and its shade.
    var narrow = context
    let shadeWidth = context.color == .none ? 2 : 0
    narrow.width = context.arrangedWidth - shadeWidth * columns - 1
    var document = try Table.document(of: source, TableRequest(name: name), narrow)
    guard document.tables.count == planes.count, document.notes.isEmpty else { return nil }
    for place in 0..<planes.count {
      document.tables[place] = shaded(document.tables[place], planes[place], context)
    }
    if context.color == .none { document.notes = [Self.rampNote] }
    return document
  }

  private static let rampNote = "shades from low to high: \"\(String(ShadeScale.ramp))\""

  private static func shaded(
    _ table: TableLayout, _ plane: PicturePlane, _ context: RenderContext
  ) -> TableLayout {
    let picture = SampledPicture(plane, rows: plane.rows, columns: plane.columns)
    let scale = ShadeScale(picture.range?.lowerBound ?? 0, picture.range?.upperBound ?? 0)
    var table = table
    table.caption = HeatDrawing.caption(plane, scale, context)
    if context.color == .none { table.leastWidth += 2 }
    for (row, line) in table.rows.enumerated() where row < picture.rows {
      for (column, cell) in line.cells.enumerated() where column < picture.columns {
        let value = picture[row, column]
        var shaded = cell
        if context.color == .none {
          shaded = Self.shaded(cell, scale.character(for: value))
        } else {
          shaded.background = scale.heat(for: value)
        }
        table.rows[row].cells[column] = shaded
      }
    }
    return table
  }

  /// A number with its shade behind it; a blank shade is no text.
  private static func shaded(_ cell: TableCell, _ shade: Character) -> TableCell {
    guard shade != " " else {
      return TableCell(cell.text, blanksAfter: cell.blanksAfter + 2, emphasis: cell.emphasis)
    }
    let blanks = String(repeating: " ", count: cell.blanksAfter + 1)
    return TableCell(cell.text + blanks + String(shade), emphasis: cell.emphasis)
  }
}
