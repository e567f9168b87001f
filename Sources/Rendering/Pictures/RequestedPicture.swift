public import Tensors

/// A value to draw as a picture, with its name and what of it is drawn.
public struct RequestedPicture: Sendable {
  /// The value.
  public let source: any CellSource
  /// Its name, rows and columns.
  public let request: TableRequest

  /// Asks for a picture.
  public init(_ source: any CellSource, _ request: TableRequest = TableRequest()) {
    self.source = source
    self.request = request
  }
}
