/// How a convolution is computed; all ways give the same numbers but for rounding.
public enum ConvolutionAlgorithm: String, Hashable, Sendable, CaseIterable, CustomStringConvertible
{
  /// Whichever of the others is likely the fastest for the shapes.
  case automatic
  /// Plain loops over outputs and taps: the reference.
  case direct
  /// The im2col matrix, then one matrix product.
  case im2col
  /// One matrix product that packs the patches tile by tile; the matrix never exists.
  case implicit
  /// Sums kept in registers while the taps run past them, over pixels read where they lie or in a
  /// padded copy that fits the cache: no patch is packed.
  case blocked

  /// Tiles of 2×2 outputs in 16 products a channel instead of 36; 3×3 kernels of stride 1, in f32.
  case winograd2
  /// Tiles of 4×4 outputs in 36 products a channel instead of 144, with larger rounding errors;
  /// never chosen unless asked for.
  case winograd4

  /// Those that compute any convolution in either type, `automatic` included.
  public static let general = allCases.filter { $0.winogradEdge == nil }

  /// The algorithm's name in the language.
  public var description: String { rawValue }
}
