import Synchronization

/// Convolution with 3×3 kernels in fewer products: a tile of 2×2 outputs takes 16 instead of 36, one
/// of 4×4 outputs 36 instead of 144.
///
/// Lavin and Gray, "Fast algorithms for convolutional neural networks" (2015, arXiv 1509.09308). A
/// block of tiles is transformed for all channels into scratch memory that a core's second-level
/// cache holds, multiplied point by point with transformed weights, and transformed back before the
/// next; the transformed image never exists. In f32 only: sums of pixels and of weights are rounded
/// before they are multiplied.
public enum Winograd {
  /// Computes a convolution of stride 1, by tiles of `edge` × `edge` outputs.
  ///
  /// Every sum is taken in the same order whatever the number of threads.
  ///
  /// - Parameters:
  ///   - images: N×C×H×W with any strides.
  ///   - kernel: O×(C/groups)×3×3 with any strides; its transform is kept with its cells.
  ///   - bias: O numbers.
  ///   - result: N×O×oh×ow with any strides.
  ///   - edge: 2 or 4.
  /// - Returns: whether all results are finite. If not, the operands may hold infinities or NaNs
  ///   that belong elsewhere: the result must be computed another way.
  /// - Throws: `Interrupted` when the user asked to stop; `result` is then half written.
  public static func convolve(
    _ images: Cells, with kernel: Cells, bias: Cells?, into result: Cells, _ shape: WinogradShape,
    edge: Int
  ) throws(Interrupted) -> Bool {
    precondition(edge == 2 || edge == 4)
    try Interrupt.check()
    result.storage.willWrite()
    let weights = try WinogradWeights(of: kernel, groups: shape.groups, edge: edge)
    let run = WinogradRun(
      tiling: WinogradTiling(shape, edge: edge), images: images, weights: weights, bias: bias,
      result: result)
    return try run.compute()
  }

  /// Computes the gradient of a kernel: what every weight met, times what came of it.
  ///
  /// Every sum is taken in the same order whatever the number of threads.
  ///
  /// - Parameters:
  ///   - upstream: the gradient of the convolution's result, N×O×oh×ow with any strides.
  ///   - images: N×C×H×W with any strides.
  ///   - result: O×(C/groups)×3×3 with any strides.
  /// - Returns: whether all of the gradient is finite. If not, it must be computed another way.
  /// - Throws: `Interrupted` when the user asked to stop; `result` is then half written.
  public static func kernelGradient(
    upstream: Cells, _ images: Cells, into result: Cells, _ shape: WinogradShape
  ) throws(Interrupted) -> Bool {
    result.storage.willWrite()
    return try WinogradGradient(shape, upstream: upstream, images: images, result: result)
      .compute()
  }
}
