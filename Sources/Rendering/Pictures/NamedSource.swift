public import Tensors

/// A value and what it is called.
public struct NamedSource: Sendable {
  /// The name; nil for a value without one.
  public let name: String?
  /// The value.
  public let source: any CellSource

  /// Names a value.
  public init(_ source: any CellSource, named name: String? = nil) {
    self.source = source
    self.name = name
  }
}
