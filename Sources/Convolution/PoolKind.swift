/// What a pool makes of a window.
public enum PoolKind: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// The largest pixel.
  case max
  /// The mean.
  case avg

  /// The kind's name in the language.
  public var description: String { rawValue }
}
