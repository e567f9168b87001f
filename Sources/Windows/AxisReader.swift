/// One reading of an input along one axis: the output whose window holds it, and by which tap.
public struct AxisReader: Hashable, Sendable {
  /// The output's index.
  public let output: Int
  /// The tap's index.
  public let tap: Int

  /// Makes a pair.
  public init(output: Int, tap: Int) {
    self.output = output
    self.tap = tap
  }
}
