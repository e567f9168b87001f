import Tensors
import Text

/// Chooses what of a value is drawn, reading each cell once and none that is not drawn, but for a
/// last column that may turn out too wide.
struct TablePlanner {
  let grid: CellGrid
  let request: TableRequest
  let context: RenderContext
  let rows: ShownPlaces
  /// The columns of the screen before the first column: header, blank, bar, blank.
  let rowHeaderWidth: Int
  private(set) var slices: ShownPlaces
  private(set) var columns: ShownPlaces
  private(set) var read: [Int: ReadColumn] = [:]
  private var slicesRead: [Int] = []

  /// Cells of a lazy value that are drawn without being asked twice.
  static let lazyLimit = 1_000_000
  /// Blanks between the columns of a table that does not fit as a whole.
  static let gap = 2

  /// Chooses rows, slices and columns, and reads their cells.
  init(
    _ grid: CellGrid, _ request: TableRequest, _ context: RenderContext
  ) throws(RenderingError) {
    self.grid = grid
    self.request = request
    self.context = context
    let shape = grid.source.shape
    let allRows = try request.selectedRows(of: grid.rows, hasAxis: grid.hasRows, shape)
    let allColumns = try request.selectedColumns(
      of: grid.columns, hasAxis: grid.hasColumns, shape)
    let screen = ScreenRoom(context)
    rows =
      request.rows == nil && grid.hasRows
      ? screen.rows(of: allRows, inSlices: grid.slices > 1) : ShownPlaces(allRows)
    slices = ShownPlaces(0..<grid.slices)
    columns = ShownPlaces(allColumns, showing: 0)
    try Self.refuseTooMany(grid, rows, columns, screen, context)
    rowHeaderWidth = grid.hasRows ? Self.widestHeader(rows, request.headers) + 3 : 0
    let isCut = context.elides && context.height != nil && grid.slices > 1
    readSlices(isCut ? [0] : slices.places)
    chooseColumns(of: allColumns)
    if isCut {
      let beside = TextBlock.countBeside(width: width(showing: columns), within: screen.width)
      slices = screen.slices(grid.slices, beside: beside, rows: rows)
      readSlices(slices.places)
      while columns.count > 1, !fits(columns) { shrink() }
    }
  }

  /// A lazy value has no cells yet: making millions of them takes more than a look is worth.
  private static func refuseTooMany(
    _ grid: CellGrid, _ rows: ShownPlaces, _ columns: ShownPlaces, _ screen: ScreenRoom,
    _ context: RenderContext
  ) throws(RenderingError) {
    guard grid.source.isLazy else { return }
    let most = context.widthLimit.map { min($0, columns.all.count) } ?? columns.all.count
    let slices = screen.height == nil ? grid.slices : min(grid.slices, screen.mostSlices)
    let (perSlice, overflow) = most.multipliedReportingOverflow(by: rows.count)
    let (cells, more) = perSlice.multipliedReportingOverflow(by: slices)
    if overflow || more || cells > lazyLimit {
      throw .tooManyCells(
        grid.source.shape.count, limit: lazyLimit, shape: grid.source.shape)
    }
  }

  /// For each drawn slice, where its cells lie in the columns that were read.
  var sliceOrder: [Int] {
    slices.places.map { slice in slicesRead.firstIndex(of: slice) ?? 0 }
  }

  private static func widestHeader(_ rows: ShownPlaces, _ headers: TableHeaders) -> Int {
    rows.places.reduce(max(1, DisplayText.width(headers.rowTitle))) {
      max($0, DisplayText.width(headers.row($1)))
    }
  }

  private mutating func readSlices(_ places: [Int]) {
    for slice in places where !slicesRead.contains(slice) {
      slicesRead.append(slice)
      let prefix = grid.prefix(ofSlice: slice)
      let rowPlaces = rows.places
      let grid = grid
      for place in columns.places { read[place]?.read(grid, slice: prefix, rows: rowPlaces) }
    }
  }

  private mutating func readColumn(_ place: Int) {
    guard read[place] == nil else { return }
    var column = ReadColumn(place: place, header: request.headers.column(place))
    let rowPlaces = rows.places
    for slice in slicesRead {
      column.read(grid, slice: grid.prefix(ofSlice: slice), rows: rowPlaces)
    }
    read[place] = column
  }

  /// Takes columns from both ends as long as they fit; all if there is no limit.
  private mutating func chooseColumns(of all: Range<Int>) {
    guard context.widthLimit != nil else {
      columns = ShownPlaces(all)
      for place in all { readColumn(place) }
      return
    }
    for count in 1...max(1, all.count) {
      let next = ShownPlaces(all, showing: count)
      if count > 1, !mayFit(next) { break }
      for place in next.places { readColumn(place) }
      if count > 1, !fits(next) { break }
      columns = next
    }
  }

  /// Whether one more column of the width of those read would fit: what saves reading it in vain.
  private func mayFit(_ next: ShownPlaces) -> Bool {
    let unread = next.places.count { read[$0] == nil }
    return fits(next, unread: unread)
  }

  private mutating func shrink() {
    columns = ShownPlaces(columns.all, showing: columns.count - 1)
  }

  private func fits(_ shown: ShownPlaces, unread: Int = 0) -> Bool {
    guard let limit = context.widthLimit else { return true }
    if shown.isElided { return width(showing: shown, unread: unread) <= limit }
    // The whole table may stand closer.
    let saved = max(0, shown.count - 1) * (Self.gap - 1)
    return width(showing: shown, unread: unread) - (request.hasMarks ? 0 : saved) <= limit
  }

  /// The columns of the screen that the table takes with these columns of the value.
  private func width(showing shown: ShownPlaces, unread: Int = 0) -> Int {
    let known = shown.places.compactMap { read[$0] }
    let formats = formats(of: known)
    let widths = zip(known, formats).map { $0.width(in: $1, isPairs: grid.pairs) }
    let guessed = unread * (widths.max() ?? 1)
    let parts = shown.count + (shown.isElided ? 1 : 0)
    let elision = shown.isElided ? DisplayText.width(context.box.columnsElided) : 0
    return rowHeaderWidth + widths.reduce(0, +) + guessed + elision
      + max(0, parts - 1) * Self.gap + (request.hasMarks ? 1 : 0)
  }

  /// How the numbers of each column are written.
  func formats(of columns: [ReadColumn]) -> [NumberFormat] {
    let statistics = columns.map(\.statistics)
    let digits = context.tableDigits
    let shared = NumberFormat.sharedDecimals(of: statistics, digits: digits)
    return statistics.map { NumberFormat.chosen(for: $0, shared: shared, digits: digits) }
  }
}
