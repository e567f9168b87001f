/// What an index matrix tells of the pixel that each cell of im2col reads.
public enum IndexKind: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// The pixel's row.
  case i
  /// The pixel's column.
  case j
  /// The pixel's channel (CNNumpy's `d`).
  case channel
  /// The pixel's place in its C×H×W image, row-major; -1 in the padding.
  case flat
  /// Row and column, on a last axis of length 2.
  case pairs

  /// The kind's name in the language.
  public var description: String { rawValue }
}
