public import Kernels

/// Anything with a shape and cells: what tables draw, and what a matrix product packs from.
///
/// A lazy source computes a cell when someone reads it; a `Tensor` holds them all.
public protocol CellSource: Sendable {
  /// The lengths of the dimensions.
  var shape: Shape { get }
  /// The type of the cells.
  var elementType: ElementType { get }
  /// Whether the cells exist only where someone reads them.
  var isLazy: Bool { get }
  /// The cell at an index that the shape contains.
  func cell(_ index: CellIndex) -> Double
  /// The matrix a product can pack from without all of it existing; nil where there is none.
  var matrixOperand: MatrixOperand? { get }
  /// All cells.
  ///
  /// - Throws: `TensorError` past the memory budget or when interrupted.
  func materialized() throws(TensorError) -> Tensor
}
