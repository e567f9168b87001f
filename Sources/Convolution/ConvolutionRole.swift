/// Which operand an error is about.
public enum ConvolutionRole: String, Hashable, Sendable, CustomStringConvertible {
  /// The image or batch.
  case input
  /// The kernel.
  case kernel
  /// The bias.
  case bias
  /// The gradient of the result.
  case upstream

  /// The role's name.
  public var description: String { rawValue }
}
