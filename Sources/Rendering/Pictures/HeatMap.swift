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
    of source: any CellSource, _ request: TableRequest, _ context: RenderContext
  ) throws(RenderingError) -> String {
    try text(of: [RequestedValue(source, request)], context)
  }

  /// Draws values side by side where they fit, each with its own range.
  ///
  /// - Throws: `RenderingError`, for a value that is no matrix or more; `.nothingToDraw` of an empty
  ///   list.
  public static func text(
    of values: [RequestedValue], _ context: RenderContext
  ) throws(RenderingError) -> String {
    if values.isEmpty { throw .nothingToDraw }
    var blocks: [TextBlock] = []
    var notes: [String] = []
    for value in values {
      let (more, own) = try drawing(value.source, value.request, context)
      blocks += more
      for note in own where !notes.contains(note) { notes.append(note) }
    }
    // What the shades are is said once, below everything else.
    for legend in [rampNote, unknownNote] where notes.contains(legend) {
      notes = notes.filter { $0 != legend } + [legend]
    }
    var result = TextBlock.flowing(blocks, within: context.arrangedWidth)
    for note in notes {
      result.lines += Paragraph.lines(note, within: context.arrangedWidth)
    }
    return result.text
  }

  /// The maps of one value, and what is to be said of them.
  private static func drawing(
    _ source: any CellSource, _ request: TableRequest, _ context: RenderContext
  ) throws(RenderingError) -> (blocks: [TextBlock], notes: [String]) {
    let planes = try PicturePlanes(source, request, inColor: false)
    if let document = try numbers(source, request, planes, context) {
      return (document.tables.map { $0.block(context) }, document.notes)
    }
    let room = HeatRoom(context, planes[0])
    let drawings = planes.prefix(room.count).map { HeatDrawing($0, room, context) }
    return (
      drawings.map(\.block),
      notes(room, planes, shown: drawings.count) + legend(drawings.map(\.picture), context)
    )
  }

  private static func notes(
    _ room: HeatRoom, _ planes: PicturePlanes, shown: Int
  ) -> [String] {
    var notes: [String] = []
    if room.step > 1 {
      notes.append("each cell is the mean of \(room.step)x\(room.step) cells")
    }
    if shown < planes.count {
      notes.append(planes.hiddenNote(after: shown, "as=heat"))
    }
    return notes
  }

  /// What the characters stand for, of those that are drawn: one shade alone says nothing.
  private static func legend(_ pictures: [SampledPicture], _ context: RenderContext) -> [String] {
    guard context.color == .none else { return [] }
    let hasShades = pictures.contains { picture in
      picture.range.map { $0.lowerBound < $0.upperBound } ?? false
        || picture.samples.contains(where: \.isInfinite)
    }
    let hasUnknown = pictures.contains { $0.samples.contains(where: \.isNaN) }
    return (hasShades ? [rampNote] : []) + (hasUnknown ? [unknownNote] : [])
  }

  // MARK: Small matrices

  /// The table of a small matrix with its cells shaded; nil if it is not small.
  private static func numbers(
    _ source: any CellSource, _ request: TableRequest, _ planes: PicturePlanes,
    _ context: RenderContext
  ) throws(RenderingError) -> TableDocument? {
    let (rows, columns) = (planes[0].rows, planes[0].columns)
    guard rows <= mostNumbers, columns <= mostNumbers else { return nil }
    // Without colour every number is followed by a blank and its shade.
    var narrow = context
    let shadeWidth = context.color == .none ? 2 : 0
    narrow.width = context.arrangedWidth - shadeWidth * columns - 1
    var document = try Table.document(of: source, request, narrow)
    guard document.tables.count == planes.count, document.notes.isEmpty else { return nil }
    var pictures: [SampledPicture] = []
    for place in 0..<planes.count {
      let plane = planes[place]
      let picture = SampledPicture(plane, rows: plane.rows, columns: plane.columns)
      document.tables[place] = shaded(document.tables[place], plane, picture, context)
      pictures.append(picture)
    }
    document.notes = legend(pictures, context)
    return document
  }

  private static let rampNote = "shades from low to high: \"\(String(ShadeScale.ramp))\""
  private static let unknownNote = "NaN is ?"

  private static func shaded(
    _ table: TableLayout, _ plane: PicturePlane, _ picture: SampledPicture,
    _ context: RenderContext
  ) -> TableLayout {
    let scale = ShadeScale(picture.range?.lowerBound ?? 0, picture.range?.upperBound ?? 0)
    var table = table
    table.caption = HeatDrawing.caption(plane, picture, context)
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
