/// The gradient of a convolution's kernel, computed where images and upstream gradient lie.
///
///     dk[o, c, i, j] = Σ u[n, o, r, s] · x[n, c, row(r, i), column(s, j)]
public struct KernelGradient: Sendable {
  /// u, N×O×oh×ow.
  let upstream: Cells
  /// x, N×C×H×W.
  let input: Cells
  /// dk, O×(C/groups)×kh×kw.
  let result: Cells
  let groups: Int
  let rows: AxisSteps
  let columns: AxisSteps

  /// Describes a gradient to compute; all cells are of one type, and no operand is empty.
  ///
  /// - Parameters:
  ///   - upstream: the gradient of the convolution's result, N×O×oh×ow with any strides.
  ///   - input: its input, N×C×H×W with any strides.
  ///   - result: where the gradient goes, O×(C/groups)×kh×kw with any strides.
  ///   - rows: the vertical direction of its window.
  ///   - columns: the horizontal direction.
  public init(
    upstream: Cells, input: Cells, into result: Cells, groups: Int, rows: AxisSteps,
    columns: AxisSteps
  ) {
    precondition(upstream.rank == 4 && input.rank == 4 && result.rank == 4)
    precondition(
      upstream.storage.elementType == input.storage.elementType
        && input.storage.elementType == result.storage.elementType)
    self.upstream = upstream
    self.input = input
    self.result = result
    self.groups = groups
    self.rows = rows
    self.columns = columns
  }

  /// Computes the gradient. It is the same whatever the number of threads.
  ///
  /// - Returns: false if the upstream gradient holds NaN or infinity and the window reads padding:
  ///   a zero of the padding times infinity would be NaN, so that the result is of no use.
  /// - Throws: `Interrupted` when the user asked to stop; the result is then half written.
  public func compute() throws(Interrupted) -> Bool {
    result.storage.willWrite()
    return switch result.storage.elementType {
    case .f32: try KernelGradientRun<Float>(self).compute()
    case .f64: try KernelGradientRun<Double>(self).compute()
    }
  }

  /// O/groups.
  var groupOutputs: Int { upstream.sizes[1] / groups }
  /// C/groups.
  var groupChannels: Int { input.sizes[1] / groups }
  /// Taps of one channel.
  var channelTaps: Int { rows.taps * columns.taps }
  /// Output rows of all images.
  var outputRows: Int { upstream.sizes[0] * rows.outputs }
  /// Whether some tap reads padding.
  var readsPadding: Bool { rows.readsPadding || columns.readsPadding }
}
