public import Tensors

/// Why a value cannot be stepped through.
public enum StepError: Error, Hashable, Sendable {
  /// Nobody computed it.
  case leaf(Shape)
  /// It has no cells.
  case noCells(Shape)
  /// An image, channel or output was chosen that there is not.
  case choice(option: String, Int, count: Int)
  /// A position was asked for that there is not.
  case position(row: Int, column: Int, rows: Int, columns: Int)
}
