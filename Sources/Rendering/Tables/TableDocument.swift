import Text

/// Everything that showing a value draws: its tables, then what there is to say of them.
public struct TableDocument: Sendable, Hashable {
  /// The tables, side by side where the width allows.
  public var tables: [TableLayout]
  /// Sentences below them: what is hidden, and how to see it.
  public var notes: [String]

  /// Makes a document.
  public init(_ tables: [TableLayout], notes: [String] = []) {
    self.tables = tables
    self.notes = notes.map(DisplayText.escaped)
  }
}
