/// A product of transposed kernels and an upstream gradient, and col2im of it: how a convolution's
/// gradient reaches its input, or a transposed convolution its result.
///
///     dx[n, c, row(r, i), column(s, j)] += Σ u[n, o, r, s] · k[o, c, i, j]
///
/// The patches never exist: a tile of them, some taps at some positions, is added to the pixels
/// while it is in the nearest cache. Pixels are summed in scratch where those that a tap meets in a
/// row of outputs lie side by side, phase by phase of the columns' step, padding included.
public struct Col2imProduct: Sendable {
  /// u, N×O×oh×ow.
  let upstream: Cells
  /// O×(C/groups)·kh·kw.
  let kernel: Cells
  /// dx, N×C×H×W.
  let result: Cells
  let groups: Int
  let rows: AxisSteps
  let columns: AxisSteps

  /// Describes a sum to compute; all cells are of one type, and no operand is empty.
  ///
  /// - Parameters:
  ///   - upstream: N×O×oh×ow with any strides.
  ///   - kernel: the matrix O×(C/groups)·kh·kw with any strides.
  ///   - result: N×C×H×W with any strides; it is added to.
  ///   - rows: the vertical direction of the convolution's window.
  ///   - columns: the horizontal direction.
  public init(
    upstream: Cells, kernel: Cells, into result: Cells, groups: Int, rows: AxisSteps,
    columns: AxisSteps
  ) {
    precondition(upstream.rank == 4 && kernel.rank == 2 && result.rank == 4)
    self.upstream = upstream
    self.kernel = kernel
    self.result = result
    self.groups = groups
    self.rows = rows
    self.columns = columns
  }

  /// Whether the scratch is of a reasonable size: a far dilation spans more padding than pixels, and
  /// a large batch of few groups' pixels are better summed where they lie.
  public var isCompact: Bool {
    let cells = Double(columns.span(columns.outputs)) * Double(rows.span(rows.outputs))
    return cells * Double(result.sizes[1] / groups) < 4e6
  }

  /// Adds the gradient to the result. It is the same whatever the number of threads.
  ///
  /// - Throws: `Interrupted` when the user asked to stop; the result is then half written.
  public func add() throws(Interrupted) {
    result.storage.willWrite()
    switch result.storage.elementType {
    case .f32: try Col2imProductRun<Float>(self).add()
    case .f64: try Col2imProductRun<Double>(self).add()
    }
  }

  /// O/groups.
  var depth: Int { upstream.sizes[1] / groups }
  /// C/groups.
  var groupChannels: Int { result.sizes[1] / groups }
  /// Rows of a group's patches.
  var taps: Int { groupChannels * rows.taps * columns.taps }
}
