public import Tensors

/// One of several values to draw, with its name and what of it is drawn.
public struct RequestedValue: Sendable {
  /// The value.
  public let source: any CellSource
  /// Its name, rows and columns.
  public let request: TableRequest

  /// Asks for a value.
  public init(_ source: any CellSource, _ request: TableRequest = TableRequest()) {
    self.source = source
    self.request = request
  }
}
