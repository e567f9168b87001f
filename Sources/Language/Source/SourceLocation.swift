/// A place as people name it.
public struct SourceLocation: Sendable, Hashable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in characters; a tab counts 1.
  public var column: Int
}
