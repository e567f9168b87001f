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

  /// A way to compute the gradient.
  public enum Way: Sendable, CaseIterable {
    /// Vectors along the outputs: tiles of outputs and taps.
    case tiles
    /// Vectors along the columns: for few outputs.
    case lines
  }

  /// Whether copies of what a row of outputs reads and gives are of a reasonable size: a far dilation
  /// spans more padding than pixels.
  public var isCompact: Bool {
    let span = Double(columns.span(columns.outputs))
    return span * Double(rows.span(1)) < 4e6 && columns.outputs < 1 << 16
  }

  /// Computes the gradient, the likely faster way unless one is given. It is the same whatever the
  /// number of threads.
  ///
  /// - Returns: false if NaN or infinity in an operand may have met a zero that stands for padding,
  ///   so that the result is of no use.
  /// - Throws: `Interrupted` when the user asked to stop; the result is then half written.
  public func compute(by way: Way? = nil) throws(Interrupted) -> Bool {
    result.storage.willWrite()
    return switch result.storage.elementType {
    case .f32: try compute(by: way ?? self.way(Float.self), Float.self)
    case .f64: try compute(by: way ?? self.way(Double.self), Double.self)
    }
  }

  private func way<Element: TileCell>(_: Element.Type) -> Way {
    let tiles = KernelGradientPlan.cycles(self, lanes: Element.lanes)
    return LineKernelGradient<Element>.cycles(self) < tiles ? .lines : .tiles
  }

  private func compute<Element: TileCell>(
    by way: Way, _: Element.Type
  ) throws(Interrupted) -> Bool {
    switch way {
    case .tiles: try KernelGradientRun<Element>(self).compute()
    case .lines: try LineKernelGradient<Element>(self).compute()
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
  /// Whether neighbouring taps and neighbouring outputs read neighbouring pixels.
  var hasNeighbouringTaps: Bool {
    rows.outputStep == 1 && columns.outputStep == 1 && rows.tapStep == 1 && columns.tapStep == 1
  }
  /// Whether some tap reads padding.
  var readsPadding: Bool { rows.readsPadding || columns.readsPadding }
}
