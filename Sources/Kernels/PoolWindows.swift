/// The windows of a pool lowered to runs: what a kernel needs to know of the geometry, and no more.
public struct PoolWindows: Sendable {
  /// The taps of one row of outputs that lie inside the image.
  public struct Rows: Sendable {
    /// The first tap row inside.
    public let tap: Int
    /// How many are inside.
    public let count: Int
    /// The row of pixels that the first of them reads.
    public let pixelRow: Int

    /// Makes a row's taps.
    public init(tap: Int, count: Int, pixelRow: Int) {
      (self.tap, self.count, self.pixelRow) = (tap, count, pixelRow)
    }
  }

  /// Rows and columns of pixels.
  public let pixelRows: Int
  /// Columns of pixels.
  public let pixelColumns: Int
  /// Rows of the window.
  public let tapRows: Int
  /// Rows of pixels from one tap row to the next.
  public let tapRowStep: Int
  /// One a row of outputs.
  public let rows: [Rows]
  /// Columns of pixels from one output to the next.
  public let columnStep: Int
  /// One a tap column.
  public let columns: [WindowRuns.ColumnRun]

  /// Makes the windows of a pool.
  public init(
    pixelRows: Int, pixelColumns: Int, tapRows: Int, tapRowStep: Int, rows: [Rows],
    columnStep: Int, columns: [WindowRuns.ColumnRun]
  ) {
    self.pixelRows = pixelRows
    self.pixelColumns = pixelColumns
    self.tapRows = tapRows
    self.tapRowStep = tapRowStep
    self.rows = rows
    self.columnStep = columnStep
    self.columns = columns
  }

  /// Columns of outputs.
  var outputColumns: Int {
    columns.first.map { $0.zerosBefore + $0.length + $0.zerosAfter } ?? 0
  }

  /// Taps of a window.
  var taps: Int { tapRows * columns.count }

  /// The columns of outputs whose taps all lie inside.
  var inside: Range<Int> {
    let first = columns.map(\.zerosBefore).max() ?? 0
    let last = outputColumns - (columns.map(\.zerosAfter).max() ?? 0)
    return first..<max(first, last)
  }

  /// Whether the windows are two pixels wide, lie side by side without a gap or padding, and no two
  /// rows of outputs share a row of pixels: whole vectors can then be written of a gradient.
  var areTiles: Bool {
    guard columns.count == 2, columnStep == 2, tapRowStep == 1, inside == 0..<outputColumns,
      columns[0].inputOffset == 0, columns[1].inputOffset == 1,
      pixelColumns - 2 * outputColumns <= 1
    else { return false }
    return rows.indices.allSatisfy {
      rows[$0].count == tapRows && rows[$0].pixelRow == $0 * tapRows
    }
  }
}

/// By what the sums of a pool's windows are divided.
public struct PoolDivisors: Sendable {
  /// How many taps of each row of outputs count.
  public let rows: [Int]
  /// How many taps of each column of outputs count.
  public let columns: [Int]

  /// Makes the divisors; an output's is the product of its row's and its column's.
  public init(rows: [Int], columns: [Int]) { (self.rows, self.columns) = (rows, columns) }
}
