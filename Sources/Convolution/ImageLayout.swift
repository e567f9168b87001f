/// Which axes of a batch and of a kernel are which.
public enum ImageLayout: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// Images N×C×H×W, kernels O×(C/groups)×kh×kw: channels first.
  case nchw
  /// Images N×H×W×C, kernels kh×kw×(C/groups)×O: channels last.
  case nhwc

  /// The layout's name in the language.
  public var description: String { rawValue }
}
