/// The one geometry: which pixel every tap of every output's window reads.
///
/// im2col, col2im, convolution, transposed convolution (read backwards), pooling, the size formula
/// and every picture ask this value; none computes an index of its own.
public struct SlidingWindow: Hashable, Sendable {
  /// The vertical direction.
  public let rows: WindowAxis
  /// The horizontal direction.
  public let columns: WindowAxis

  /// Makes the geometry of a kernel on an image.
  ///
  /// - Parameters:
  ///   - input: the image's rows and columns.
  ///   - kernel: the kernel's rows and columns.
  ///   - roundsUp: whether a window that hangs over the end counts (a pool's `ceil=true`).
  /// - Throws: `WindowError` if a number is out of range or not one window fits.
  public init(
    input: Extent, kernel: Extent, stride: Extent = Extent(1), padding: Padding = .valid,
    dilation: Extent = Extent(1), roundsUp: Bool = false
  ) throws(WindowError) {
    func axis(_ direction: WindowDirection) throws(WindowError) -> WindowAxis {
      let sides = try WindowAxis.padding(
        padding, input: input[direction], taps: kernel[direction], stride: stride[direction],
        dilation: dilation[direction], along: direction)
      return try WindowAxis(
        input: input[direction], taps: kernel[direction], stride: stride[direction],
        dilation: dilation[direction], padding: sides, roundsUp: roundsUp, along: direction)
    }
    try self.init(rows: axis(.rows), columns: axis(.columns))
  }

  /// Makes the geometry of two axes.
  ///
  /// - Throws: `WindowError.kernelTooLarge` if one of them has no output.
  public init(rows: WindowAxis, columns: WindowAxis) throws(WindowError) {
    self.rows = rows
    self.columns = columns
    guard rows.output > 0, columns.output > 0 else {
      throw .kernelTooLarge(
        kernel: kernel, extent: extent, input: input, padding: sides, remedies: remedies)
    }
  }

  /// Makes the geometry of two axes that are known to have outputs.
  init(mirroring rows: WindowAxis, _ columns: WindowAxis) {
    self.rows = rows
    self.columns = columns
  }

  /// The image's rows and columns.
  public var input: Extent { Extent(rows: rows.input, columns: columns.input) }
  /// The output's rows and columns.
  public var output: Extent { Extent(rows: rows.output, columns: columns.output) }
  /// The kernel's rows and columns.
  public var kernel: Extent { Extent(rows: rows.taps, columns: columns.taps) }
  /// How far the kernel reaches with its dilation.
  public var extent: Extent { Extent(rows: rows.extent, columns: columns.extent) }
  /// Steps between windows.
  public var stride: Extent { Extent(rows: rows.stride, columns: columns.stride) }
  /// Steps between taps.
  public var dilation: Extent { Extent(rows: rows.dilation, columns: columns.dilation) }
  /// The padding on each side, whatever option it came from.
  public var sides: PaddingSides {
    PaddingSides(
      top: rows.padBefore, left: columns.padBefore, bottom: rows.padAfter, right: columns.padAfter)
  }

  /// The axis of a direction.
  public subscript(direction: WindowDirection) -> WindowAxis {
    direction == .rows ? rows : columns
  }

  /// Where a tap of an output's window lies: on which pixel, or in which padding.
  public func place(
    outputRow: Int, outputColumn: Int, tapRow: Int, tapColumn: Int
  ) -> Placement {
    let row = rows.place(output: outputRow, tap: tapRow)
    let column = columns.place(output: outputColumn, tap: tapColumn)
    if case .inside(let row) = row, case .inside(let column) = column {
      return .inside(row: row, column: column)
    }
    return .padding(rows: row, columns: column)
  }
}
