/// One direction of a sliding window lowered to steps: what a kernel needs to find the pixel that a
/// tap reads, and no more. `Windows` makes it.
///
///     input = origin + output · outputStep + tap · tapStep
public struct AxisSteps: Sendable, Hashable {
  /// Where the first tap of the first output lies; negative in the padding.
  public let origin: Int
  /// From one output to the next.
  public let outputStep: Int
  /// From one tap to the next.
  public let tapStep: Int
  /// How many outputs there are.
  public let outputs: Int
  /// How many taps.
  public let taps: Int
  /// How many rows (or columns) the image has.
  public let inputs: Int

  /// Makes the steps of an axis.
  public init(
    origin: Int, outputStep: Int, tapStep: Int, outputs: Int, taps: Int, inputs: Int
  ) {
    self.origin = origin
    self.outputStep = outputStep
    self.tapStep = tapStep
    self.outputs = outputs
    self.taps = taps
    self.inputs = inputs
  }

  /// The rows (or columns) that the taps of so many outputs side by side span.
  @inline(__always)
  func span(_ outputs: Int) -> Int { (outputs - 1) * outputStep + (taps - 1) * tapStep + 1 }

  /// Whether some tap reads padding.
  var readsPadding: Bool { origin < 0 || origin + span(outputs) > inputs }
}
