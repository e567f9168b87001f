/// The orders in which libraries lay out the patches of a batch of images.
///
/// All seven hold the same cells. They differ only in which of the six factors share an axis of the
/// result and which of them runs fastest there: `axes` is all there is to an order.
public enum PatchOrder: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
  /// C·kh·kw × N·oh·ow, one column a patch, images side by side (CNNumpy, Caffe).
  case columns
  /// N·oh·ow × C·kh·kw, one row a patch.
  case rows
  /// N×C×oh×ow×kh×kw, the six-dimensional window view.
  case windows
  /// N × C·kh·kw × oh·ow, PyTorch's `unfold`.
  case unfold
  /// As `columns`, but the batch runs fastest: column = position · N + image (Stanford's CS231n).
  case cs231n
  /// As `columns`, but both patches and positions are read down the columns first (MATLAB's `im2col`).
  case matlab
  /// As `columns`, with patches read down their columns and positions along their rows, as in the
  /// book chapter on making convolution faster.
  case matlabRows = "matlab-rows"

  /// The order's name in the language.
  public var description: String { rawValue }

  /// For each axis of the result, the factors it combines, the slowest first.
  public var axes: [[PatchFactor]] {
    switch self {
    case .columns:
      [[.channel, .tapRow, .tapColumn], [.image, .outputRow, .outputColumn]]
    case .rows:
      [[.image, .outputRow, .outputColumn], [.channel, .tapRow, .tapColumn]]
    case .windows:
      [[.image], [.channel], [.outputRow], [.outputColumn], [.tapRow], [.tapColumn]]
    case .unfold:
      [[.image], [.channel, .tapRow, .tapColumn], [.outputRow, .outputColumn]]
    case .cs231n:
      [[.channel, .tapRow, .tapColumn], [.outputRow, .outputColumn, .image]]
    case .matlab:
      [[.channel, .tapColumn, .tapRow], [.image, .outputColumn, .outputRow]]
    case .matlabRows:
      [[.channel, .tapColumn, .tapRow], [.image, .outputRow, .outputColumn]]
    }
  }

  /// How many dimensions the result has.
  public var rank: Int {
    switch self {
    case .columns, .rows, .cs231n, .matlab, .matlabRows: 2
    case .unfold: 3
    case .windows: 6
    }
  }
}
