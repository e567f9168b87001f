/// Which of a window's equally large pixels the gradient of a max pool goes to.
public enum TieRule: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// The first in row-major order, as in PyTorch.
  case first
  /// All of them, in equal parts.
  case split
  /// All of them, the whole to each: not a gradient, but what careless code computes.
  case all

  /// The rule's name in the language.
  public var description: String { rawValue }
}
