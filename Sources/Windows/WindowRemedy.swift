/// An edit that would make a kernel fit, with the output size it would give.
public enum WindowRemedy: Hashable, Sendable {
  /// Another value of `pad=`.
  case padding(Padding, gives: Extent)
  /// Another value of `dilation=`.
  case dilation(Extent, gives: Extent)
  /// A smaller kernel.
  case kernel(Extent, gives: Extent)
}
