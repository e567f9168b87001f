/// How large heat maps are drawn: a cell takes two columns, so that it is about square, or one where
/// a few long rows have no room otherwise.
struct HeatRoom {
  /// The drawn cells.
  let rows: Int
  let columns: Int
  /// The rows and columns of the matrix that a drawn cell stands for.
  let step: Int
  /// The columns that a drawn cell takes.
  let cellWidth: Int
  /// How many maps are drawn.
  let count: Int
  /// The columns before the map: row header, blank, bar, blank.
  let headerWidth: Int

  private static let fewRows = 8

  /// Measures the room for matrices of one size.
  init(_ context: RenderContext, _ plane: PicturePlane) {
    let (rows, columns) = (plane.rows, plane.columns)
    let header = String(plane.rowRange.upperBound - 1).utf8.count + 3
    headerWidth = header
    let room = max(2, context.arrangedWidth - header)
    cellWidth = rows <= Self.fewRows && 2 * columns > room ? 1 : 2
    let most = room / cellWidth
    let height = context.elides ? context.height.map { max(4, $0 - 4) } : nil
    var step = (columns + most - 1) / most
    // Half a screen more is scrolled to rather than averaged away: 28 rows stay 28.
    if let height { step = max(step, (rows + height * 3 / 2 - 1) / (height * 3 / 2)) }
    self.step = max(1, step)
    self.columns = (columns + self.step - 1) / self.step
    self.rows = (rows + self.step - 1) / self.step
    guard let height else {
      count = Int.max
      return
    }
    let beside = TextBlock.countBeside(
      width: header + cellWidth * self.columns, within: context.arrangedWidth)
    count = beside * max(1, height / (self.rows + 4))
  }
}
