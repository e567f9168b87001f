import Text

/// One column of a table as it is drawn.
public struct TableColumn: Sendable, Hashable {
  /// What stands above the column.
  public var header: String
  /// The side its cells stand on.
  public var alignment: Alignment
  /// Whether it stands for columns that are not drawn.
  public var isElision: Bool

  /// The side of a column on which cells stand.
  public enum Alignment: Sendable, Hashable {
    /// Words.
    case left
    /// Numbers.
    case right
  }

  /// Makes a column.
  public init(_ header: String, alignment: Alignment = .right, isElision: Bool = false) {
    self.header = DisplayText.escaped(header)
    self.alignment = alignment
    self.isElision = isElision
  }
}
