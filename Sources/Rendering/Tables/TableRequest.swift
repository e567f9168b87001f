/// What of a value a table shows, and what it is called.
public struct TableRequest: Sendable {
  /// The value's name; nil if it has none.
  public var name: String?
  /// What to type to see the value again, where it has no name; nil for `_`, the last shown value.
  public var expression: String?
  /// The rows to draw; nil for all. Rows that are asked for are not elided.
  public var rows: Range<Int>?
  /// The columns to draw; nil for all.
  public var columns: Range<Int>?
  /// What heads rows and columns.
  public var headers: TableHeaders
  /// Whether the last axis holds pairs that are drawn as `(i,j)`.
  public var pairs: Bool
  /// The cells to mark, by their index in the value.
  public var marks: @Sendable ([Int]) -> Bool
  /// Whether any cell may be marked; room for the marks is kept then.
  public var hasMarks: Bool

  /// Makes a request; without arguments for all of a value that has no name.
  public init(
    name: String? = nil, expression: String? = nil, rows: Range<Int>? = nil,
    columns: Range<Int>? = nil,
    headers: TableHeaders = .indices, pairs: Bool = false,
    marks: (@Sendable ([Int]) -> Bool)? = nil
  ) {
    self.name = name
    self.expression = expression
    self.rows = rows
    self.columns = columns
    self.headers = headers
    self.pairs = pairs
    self.marks = marks ?? { _ in false }
    hasMarks = marks != nil
  }
}
