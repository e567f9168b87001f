public import Windows

/// The options of `pool`.
public struct PoolOptions: Hashable, Sendable {
  /// What is made of a window.
  public var kind: PoolKind
  /// Steps between windows; nil is the window's own size.
  public var stride: Extent?
  /// How far the image is extended: by −∞ for a maximum, by 0 for a mean.
  public var padding: Padding
  /// Steps between taps.
  public var dilation: Extent
  /// Whether a last window that hangs over the end counts: `ceil=true`.
  public var roundsUp: Bool
  /// Whether a mean is divided by the window's taps in image and padding, or only by those in the
  /// image: `count_pad`. Taps that hang over the padding never count.
  public var countsPadding: Bool
  /// Where the gradient of a tie goes; the value does not depend on it.
  public var ties: TieRule

  /// Makes options; each has the language's default.
  public init(
    kind: PoolKind = .max, stride: Extent? = nil, padding: Padding = .valid,
    dilation: Extent = Extent(1), roundsUp: Bool = false, countsPadding: Bool = true,
    ties: TieRule = .first
  ) {
    self.kind = kind
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    self.roundsUp = roundsUp
    self.countsPadding = countsPadding
    self.ties = ties
  }
}
