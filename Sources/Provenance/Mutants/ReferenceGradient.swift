/// A gradient as the reference route computes it.
struct ReferenceGradient {
  var sizes: [Int]
  var cells: [Double]
}

/// Which gradient of an operation.
public enum MutatedGradient: Hashable, Sendable {
  /// The input's, through columns and col2im, or for a pool pixel by pixel.
  case inputByColumns
  /// The input's, by correlation with the flipped kernel.
  case inputByCorrelation
  /// The kernel's.
  case kernel
  /// The bias's.
  case bias
}
