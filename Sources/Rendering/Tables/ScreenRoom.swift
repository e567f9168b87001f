/// How much of a value a screen has room for.
struct ScreenRoom {
  let width: Int
  /// The lines for tables and notes; nil where nothing is elided.
  let height: Int?

  /// Lines of column headers and their rule.
  private static let headerLines = 2
  /// Lines that what is hidden takes to be said.
  private static let noteLines = 2
  /// Rows of a slice that does not fit on the screen, three from each end as NumPy has it.
  private static let compactRows = 6

  /// Measures a screen, leaving a line for the next prompt.
  init(_ context: RenderContext) {
    width = context.arrangedWidth
    height = context.elides ? context.height.map { max(8, $0 - 1) } : nil
  }

  /// The rows of a matrix that are drawn. Of several slices of which not even one fits, only the
  /// ends are, so that more than one can be seen.
  func rows(of all: Range<Int>, inSlices: Bool) -> ShownPlaces {
    guard let height else { return ShownPlaces(all) }
    let caption = inSlices ? 1 : 0
    if all.count + Self.headerLines + caption <= height { return ShownPlaces(all) }
    let room = height - Self.headerLines - Self.noteLines - 1
    return ShownPlaces(all, showing: inSlices ? Self.compactRows : max(2, room))
  }

  /// The slices that are drawn when so many stand side by side.
  func slices(_ count: Int, beside: Int, rows: ShownPlaces) -> ShownPlaces {
    guard let height else { return ShownPlaces(0..<count) }
    let lines = rows.count + (rows.isElided ? 1 : 0) + Self.headerLines + 1
    let all = ShownPlaces(0..<count)
    func fits(_ bands: Int, notes: Int) -> Bool { bands * (lines + 1) - 1 + notes <= height }
    if fits((count + beside - 1) / beside, notes: rows.isElided ? Self.noteLines : 0) { return all }
    var bands = 1
    while fits(bands + 1, notes: Self.noteLines) { bands += 1 }
    return ShownPlaces(0..<count, showing: bands * beside)
  }

  /// More slices than any screen of this size has room for.
  var mostSlices: Int { (width + 4) / 5 * ((height ?? 0) / 4 + 1) }
}
