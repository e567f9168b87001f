/// What heads the rows and columns of a table: their indices, unless something says more.
public struct TableHeaders: Sendable {
  /// What the rows are: `tap`.
  public var rowTitle: String
  /// What the columns are: `position`.
  public var columnTitle: String
  /// What stands before a row of the matrix.
  public var row: @Sendable (Int) -> String
  /// What stands above a column of the matrix.
  public var column: @Sendable (Int) -> String

  /// The true indices, and no titles.
  public static let indices = TableHeaders()

  /// Makes headers.
  public init(
    rowTitle: String = "", columnTitle: String = "",
    row: @escaping @Sendable (Int) -> String = { String($0) },
    column: @escaping @Sendable (Int) -> String = { String($0) }
  ) {
    self.rowTitle = rowTitle
    self.columnTitle = columnTitle
    self.row = row
    self.column = column
  }
}
