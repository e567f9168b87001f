import Text

/// A column of the value whose drawn cells were read: of every slice, top to bottom.
struct ReadColumn {
  /// Its index in the value.
  let place: Int
  /// What stands above it.
  let header: String
  private(set) var entries: [CellEntry] = []
  private(set) var statistics = ColumnStatistics()
  private var pairWidth = 0

  /// Makes a column of which nothing was read yet.
  init(place: Int, header: String) {
    self.place = place
    self.header = DisplayText.escaped(header)
  }

  /// Reads one slice's drawn cells.
  mutating func read(_ grid: CellGrid, slice: [Int], rows: [Int]) {
    for row in rows {
      let entry = grid.entry(slice: slice, row: row, column: place)
      entries.append(entry)
      switch entry {
      case .number(let value): statistics.add(value, isSingle: grid.isSingle)
      case .pair(let first, let second):
        pairWidth = max(pairWidth, CellEntry.text(first, second).utf8.count)
      }
    }
  }

  /// The columns of the screen it takes in a format.
  func width(in format: NumberFormat, isPairs: Bool) -> Int {
    max(DisplayText.width(header), isPairs ? pairWidth : statistics.width(in: format))
  }
}
