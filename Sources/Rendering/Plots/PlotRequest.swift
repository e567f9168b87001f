/// How curves are drawn.
public struct PlotRequest: Sendable, Hashable {
  /// Whether equal factors, not equal differences, are equally far apart.
  public var isLogarithmic: Bool
  /// The rows of the drawing, at most; nil for as many as look well.
  public var height: Int?
  /// The columns of the drawing with its labels; nil for what the screen has, up to 100.
  public var width: Int?
  /// The first index that is drawn; a negative one counts from the longest curve's end.
  public var first: Int

  /// Makes a request; without arguments for whole curves on a linear axis.
  public init(
    isLogarithmic: Bool = false, height: Int? = nil, width: Int? = nil, first: Int = 0
  ) {
    self.isLogarithmic = isLogarithmic
    self.height = height
    self.width = width
    self.first = first
  }
}
