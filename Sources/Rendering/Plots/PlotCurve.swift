public import Tensors

/// A vector to draw as a curve over its index.
public struct PlotCurve: Sendable {
  /// The values; lengths of 1 beside the one of the curve do not count.
  public let source: any CellSource
  /// What the legend calls it.
  public let name: String

  /// Whether a value of this shape is a curve: at most one length is not 1.
  public static func isCurve(_ shape: Shape) -> Bool {
    shape.lengths.filter { $0 != 1 }.count <= 1
  }

  /// Asks for a curve.
  public init(_ source: any CellSource, named name: String) {
    self.source = source
    self.name = name
  }
}
