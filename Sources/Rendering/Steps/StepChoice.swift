/// Which planes of a batch a walk shows.
public struct StepChoice: Hashable, Sendable {
  /// The image.
  public var image: Int
  /// The channel of the input whose pixels are shown.
  public var channel: Int
  /// The channel of the output that is walked through.
  public var output: Int

  /// Chooses planes; the first ones unless said otherwise.
  public init(image: Int = 0, channel: Int = 0, output: Int = 0) {
    self.image = image
    self.channel = channel
    self.output = output
  }
}
