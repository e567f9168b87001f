import Text

/// One row of a table as it is drawn.
public struct TableRow: Sendable, Hashable {
  /// What stands before the row.
  public var header: String
  /// One cell a column.
  public var cells: [TableCell]
  /// Whether it stands for rows that are not drawn.
  public var isElision: Bool

  /// Makes a row.
  public init(_ header: String = "", _ cells: [TableCell], isElision: Bool = false) {
    self.header = DisplayText.escaped(header)
    self.cells = cells
    self.isElision = isElision
  }
}
