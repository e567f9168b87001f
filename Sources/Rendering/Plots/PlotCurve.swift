public import Tensors

/// A vector to draw as a curve over its index.
public struct PlotCurve: Sendable {
  /// The values; lengths of 1 beside the one of the curve do not count.
  public let source: any CellSource
  /// What the legend calls it.
  public let name: String

  /// Asks for a curve.
  public init(_ source: any CellSource, named name: String) {
    self.source = source
    self.name = name
  }
}
