/// A sliding window lowered to runs: what a kernel needs to know of a geometry, and no more.
///
/// `Windows` works the indices out once; kernels replay them and compute none of their own.
/// Output positions are numbered row by row, taps likewise.
public struct WindowRuns: Sendable, Hashable {
  /// What one tap column reads along an output row: padding, then input columns, then padding.
  ///
  /// The three lengths are in output positions and add up to the output's columns.
  public struct ColumnRun: Sendable, Hashable {
    /// Output positions at the row's start for which the tap lies in the padding.
    public let zerosBefore: Int
    /// Output positions for which the tap lies inside the input.
    public let length: Int
    /// The input column that the first of those positions reads.
    public let inputOffset: Int
    /// Output positions at the row's end for which the tap lies in the padding.
    public let zerosAfter: Int

    /// Makes a run.
    public init(zerosBefore: Int, length: Int, inputOffset: Int, zerosAfter: Int) {
      self.zerosBefore = zerosBefore
      self.length = length
      self.inputOffset = inputOffset
      self.zerosAfter = zerosAfter
    }
  }

  /// Rows of the window.
  public let tapRows: Int
  /// Columns of the window.
  public let tapColumns: Int
  /// Rows of the output.
  public let outputRows: Int
  /// Columns of the output.
  public let outputColumns: Int
  /// Input columns from one output position to the next: the column stride.
  public let columnStep: Int
  /// The input row that a tap row reads for an output row, at `tapRow * outputRows + outputRow`;
  /// -1 is padding.
  public let inputRows: [Int32]
  /// One run a tap column.
  public let columnRuns: [ColumnRun]

  /// Makes the runs of a geometry.
  public init(
    tapRows: Int, tapColumns: Int, outputRows: Int, outputColumns: Int, columnStep: Int,
    inputRows: [Int32], columnRuns: [ColumnRun]
  ) {
    precondition(inputRows.count == tapRows * outputRows && columnRuns.count == tapColumns)
    self.tapRows = tapRows
    self.tapColumns = tapColumns
    self.outputRows = outputRows
    self.outputColumns = outputColumns
    self.columnStep = columnStep
    self.inputRows = inputRows
    self.columnRuns = columnRuns
  }

  /// Taps of the window.
  public var taps: Int { tapRows * tapColumns }

  /// Output positions of one image.
  public var positions: Int { outputRows * outputColumns }
}
