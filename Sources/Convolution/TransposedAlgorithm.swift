/// How a transposed convolution is computed; all ways give the same numbers but for rounding.
public enum TransposedAlgorithm: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// Whichever of the others is likely the fastest for the shapes.
  case automatic
  /// Plain loops that lay a kernel down for every pixel: the reference.
  case direct
  /// One matrix product, then col2im.
  case col2im

  /// The algorithm's name in the language.
  public var description: String { rawValue }
}
